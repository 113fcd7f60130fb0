import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const workspaces = ['client-sdk/vitest.config.ts', 'server/vitest.config.ts', 'web/vite.config.ts']

export default defineConfig({
  test: {
    projects: [
      ...workspaces.filter((f) => existsSync(f)),
      {
        test: {
          name: 'tooling',
          environment: 'node',
          include: ['tooling/**/*.test.ts', 'bench/**/*.test.ts', 'faults/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          // They fetch the SDKs of other languages: `npm run test:sdks`.
          exclude: ['e2e/sdks/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
