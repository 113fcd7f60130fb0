import { defineConfig } from 'vite'

export default defineConfig({
  build: { minify: process.env.NAMES ? false : undefined },
  oxc: { jsx: { runtime: 'automatic' } },
})
