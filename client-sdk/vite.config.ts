import { mkdirSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { defineConfig, type Plugin } from 'vite'

const formats = { es: 'esm', cjs: 'cjs' } as const
type Format = keyof typeof formats

/** `vite build --mode es|cjs|iife`: a file for each door, and files for what they share. */
export default defineConfig(({ mode }) =>
  mode === 'iife' ? scriptTag : doors(mode === 'cjs' ? 'cjs' : 'es'),
)

function doors(format: Format) {
  return {
    build: {
      outDir: `dist/${formats[format]}`,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: {
          node: 'src/node.ts',
          browser: 'src/browser.ts',
          express: 'src/express/index.ts',
          protocol: 'src/protocol/index.ts',
        },
        formats: [format],
        fileName: (_format: string, name: string) => `${name}.js`,
      },
      rolldownOptions: {
        external: [...builtinModules, /^node:/, 'express'],
        // Without a hash, so that a build leaves nothing of the last one behind.
        output: { chunkFileNames: '[name].js' },
      },
    },
    plugins: format === 'cjs' ? [commonJsMarker] : [],
  }
}

const scriptTag = {
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2020',
    lib: {
      entry: 'src/browser.ts',
      formats: ['iife' as const],
      name: 'Mishap',
      fileName: () => 'browser.iife.js',
    },
  },
}

/** The package is ESM; this folder is not. */
const commonJsMarker: Plugin = {
  name: 'commonjs-marker',
  closeBundle() {
    mkdirSync('dist/cjs', { recursive: true })
    writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')
  },
}
