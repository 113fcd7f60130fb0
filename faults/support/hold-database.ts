// A process of its own that keeps others from a database until it is killed: hold-database.ts write|snapshot FILE
import Database from 'better-sqlite3'

const [how, file = ''] = process.argv.slice(2)
const sqlite = new Database(file, { timeout: 10_000 })
if (how === 'write') sqlite.exec('BEGIN EXCLUSIVE')
else {
  sqlite.exec('BEGIN')
  // A snapshot begins with the first read.
  sqlite.prepare('SELECT count(*) FROM projects').get()
}
process.stdout.write('held\n')
setInterval(() => sqlite.inTransaction, 60_000)
