import { Command } from 'commander'
import { readConfig } from '../config/config.ts'
import { loadDigestWorker } from '../load-digest-worker.ts'
import { backupCommand, type BackupOptions } from './backup.ts'
import { createProjectCommand, type ProjectOptions } from './create-project.ts'
import { createTokenCommand, type TokenOptions } from './create-token.ts'
import { restoreCommand, type RestoreOptions } from './restore.ts'

type Environment = NodeJS.ProcessEnv

/** The commands. The configuration is read when one runs, so that help works whatever the environment holds. */
export function buildProgram(env: Environment): Command {
  const program = new Command('mishap').description('A self-hosted error tracker.')
  program
    .command('serve')
    .description('start the server')
    .action(async () => {
      const config = readConfig(env)
      const worker = loadDigestWorker(config)
      const { serve } = await import('../serve.ts')
      await serve(config, worker)
    })
  addProjectCommands(program, env)
  addTokenCommands(program, env)
  addBackupCommands(program, env)
  return program
}

function addProjectCommands(program: Command, env: Environment): void {
  program
    .command('project')
    .description('work with projects')
    .command('create')
    .description('create a project with its first DSN key')
    .argument('<slug-or-name>', 'a slug such as "shop", or a name to make one from')
    .option('--name <name>', 'the name that people read')
    .option('--platform <platform>', 'such as "node" or "javascript"')
    .option('--json', 'print {id, slug, name, dsn}')
    .action(async (slugOrName: string, options: ProjectOptions) =>
      print(await createProjectCommand(readConfig(env), slugOrName, options)),
    )
}

function addTokenCommands(program: Command, env: Environment): void {
  program
    .command('token')
    .description('work with API tokens')
    .command('create')
    .description('create an API token, which is shown this once')
    .requiredOption('--name <name>', 'what the token is for')
    .option('--json', 'print {id, name, token}')
    .action(async (options: TokenOptions) => print(await createTokenCommand(readConfig(env), options)))
}

function addBackupCommands(program: Command, env: Environment): void {
  program
    .command('backup')
    .description('write all data to a new file, also beside a running server')
    .argument('<file>', 'which must not be there yet')
    .option('--json', 'print {file, bytes, sha256, projects, issues, events, seconds}')
    .action(async (file: string, options: BackupOptions) =>
      print(await backupCommand(readConfig(env), file, options)),
    )
  program
    .command('restore')
    .description('put the data of a backup in place, while no server runs')
    .argument('<file>', 'a backup')
    .option('--replace', 'even if there is data already, which is moved aside')
    .option('--json', 'print {file, bytes, projects, issues, events, seconds, movedAside}')
    .action(async (file: string, options: RestoreOptions) =>
      print(await restoreCommand(readConfig(env), file, options)),
    )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
