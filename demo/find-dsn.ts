import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `MISHAP_DSN`, else that of a project "shop" on the Mishap of this folder, made at the first time. */
export function findDsn(): string {
  const given = process.env['MISHAP_DSN']
  if (given !== undefined && given !== '') return given
  const dataDir = process.env['MISHAP_DATA_DIR'] ?? 'data'
  if (!existsSync(join(dataDir, 'mishap.db'))) {
    process.stderr.write('There is no Mishap here yet. Run "npm start" first, or set MISHAP_DSN.\n')
    process.exit(1)
  }
  const remembered = join(dataDir, 'demo-dsn')
  if (existsSync(remembered)) return readFileSync(remembered, 'utf8').trim()
  const dsn = createProject()
  writeFileSync(remembered, `${dsn}\n`)
  return dsn
}

function createProject(): string {
  const output = execFileSync(
    'npx',
    ['mishap', 'project', 'create', 'shop', '--platform', 'node', '--json'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const { dsn }: { dsn: string } = JSON.parse(output)
  return dsn
}
