import { defineConfig } from 'vitest/config'

/** `npm run test:sdks`: not part of `npm test`, since it fetches the SDKs of other languages. */
export default defineConfig({
  test: {
    name: 'sdks',
    environment: 'node',
    dir: 'e2e/sdks',
    globalSetup: ['e2e/sdks/support/prepare-all.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
