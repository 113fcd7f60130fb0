// The CommonJS doors have the same types; they lie in a folder of their own, since a file's module format is
// decided by the nearest package.json.
import { cpSync, writeFileSync } from 'node:fs'

cpSync('dist/types', 'dist/types-cjs', { recursive: true })
writeFileSync('dist/types-cjs/package.json', '{ "type": "commonjs" }\n')
