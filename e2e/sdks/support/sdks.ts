import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './run-command.ts'

const programs = fileURLToPath(new URL('..', import.meta.url))

export type Behaviour =
  'handled' | 'message' | 'unhandled' | 'on_demand' | 'attachment' | 'session' | 'check_in'

export interface Sdk {
  name: string
  language: string
  /** Says whether the runtime is there; a command and its arguments. */
  runtime: [string, ...string[]]
  /** Fetches the packages into the folder, which is kept between runs. */
  install(folder: string): Promise<void>
  build?(folder: string): Promise<void>
  command(folder: string): { command: string; args: string[]; env?: Record<string, string> }
  behaviours: Behaviour[]
  /** What the issue of the handled exception says; functions are the last two of its stack. */
  handled: { title: string; culprit: string; functions: [string, string]; sdk: string }
  /** What the issue of the unhandled exception says. */
  unhandled?: { title: string; culprit: string }
}

const always: Behaviour[] = ['handled', 'message', 'on_demand']

function python(version: string, behaviours: Behaviour[]): Sdk {
  return {
    name: `Python sentry-sdk ${version}`,
    language: 'python',
    runtime: ['python3', '-m', 'pip', '--version'],
    install: (folder) =>
      runCommand(
        'python3',
        ['-m', 'pip', 'install', '-q', '--upgrade', '--target', folder, `sentry-sdk==${version}`],
        folder,
      ),
    command: (folder) => ({
      command: 'python3',
      args: [join(programs, 'python/shop.py')],
      env: { PYTHONPATH: folder },
    }),
    behaviours: [...always, 'unhandled', 'attachment', 'session', ...behaviours],
    handled: {
      title: "KeyError: 'items'",
      culprit: 'shop.py in total_of',
      functions: ['show_order', 'total_of'],
      sdk: 'sentry.python',
    },
    unhandled: { title: "KeyError: 'items'", culprit: 'shop.py in total_of' },
  }
}

function go(version: string, tags: string, behaviours: Behaviour[]): Sdk {
  return {
    name: `Go sentry-go ${version}`,
    language: 'go',
    runtime: ['go', 'version'],
    async install(folder) {
      cpSync(join(programs, 'go'), folder, { recursive: true })
      await runCommand('sh', ['-c', 'test -f go.mod || go mod init shop'], folder)
      await runCommand('go', ['get', `github.com/getsentry/sentry-go@v${version}`], folder)
    },
    build: (folder) => runCommand('go', ['build', '-tags', tags, '-o', 'shop-of-go', '.'], folder),
    command: (folder) => ({ command: join(folder, 'shop-of-go'), args: [] }),
    behaviours: [...always, 'unhandled', ...behaviours],
    handled: {
      title: '*errors.errorString: no items',
      culprit: 'main.go in totalOf',
      functions: ['showOrder', 'totalOf'],
      sdk: 'sentry.go',
    },
    // Without AttachStacktrace, a panic with a text comes as a message, and without a stack.
    unhandled: { title: 'out of stock', culprit: '' },
  }
}

const java: Sdk = {
  name: 'Java io.sentry:sentry 8.62.0',
  language: 'java',
  runtime: ['mvn', '--version'],
  install: (folder) =>
    runCommand(
      'mvn',
      [
        '-q',
        '-B',
        'dependency:copy',
        '-Dartifact=io.sentry:sentry:8.62.0',
        `-DoutputDirectory=${folder}`,
        '-Dmdep.useBaseVersion=true',
      ],
      folder,
    ),
  build: (folder) =>
    runCommand('javac', ['-d', folder, '-cp', jarIn(folder), join(programs, 'java/Shop.java')], folder),
  command: (folder) => ({ command: 'java', args: ['-cp', `${folder}:${jarIn(folder)}`, 'Shop'] }),
  behaviours: [...always, 'unhandled', 'attachment', 'session', 'check_in'],
  handled: {
    title: 'NullPointerException',
    culprit: 'Shop.java in totalOf',
    functions: ['showOrder', 'totalOf'],
    sdk: 'sentry.java',
  },
  unhandled: { title: 'NullPointerException', culprit: 'Shop.java in totalOf' },
}

function jarIn(folder: string): string {
  return join(folder, 'sentry-8.62.0.jar')
}

const rust: Sdk = {
  name: 'Rust sentry 0.49.5',
  language: 'rust',
  runtime: ['cargo', '--version'],
  async install(folder) {
    cpSync(join(programs, 'rust'), folder, { recursive: true })
    await runCommand('cargo', ['fetch', '--quiet', '--locked'], folder)
  },
  build: (folder) => runCommand('cargo', ['build', '--quiet', '--locked'], folder),
  command: (folder) => ({ command: join(folder, 'target/debug/shop'), args: [] }),
  behaviours: [...always, 'unhandled', 'attachment', 'session'],
  handled: {
    title: 'NoItems: the order has no items',
    culprit: 'main.rs in shop::total_of',
    functions: ['show_order', 'total_of'],
    sdk: 'sentry.rust',
  },
  unhandled: { title: 'panic: out of stock', culprit: 'main.rs in shop::place_order' },
}

/** Its packages come from the system, such as Debian's `ruby-sentry-raven`; else from gems. */
function ruby(gem: string, program: string, sdk: string, behaviours: Behaviour[]): Sdk {
  return {
    name: `Ruby ${gem}`,
    language: 'ruby',
    runtime: ['ruby', '--version'],
    install: (folder) =>
      runCommand('sh', ['-c', `ruby -e "require '${gem}'" || gem install --install-dir . ${gem}`], folder),
    command: (folder) => ({
      command: 'ruby',
      args: [join(programs, 'ruby', program)],
      env: { GEM_PATH: `${folder}:` },
    }),
    behaviours,
    handled: {
      title: 'KeyError: no items',
      culprit: `${program} in total_of`,
      functions: ['show_order', 'total_of'],
      sdk,
    },
    unhandled: { title: 'KeyError: no items', culprit: `${program} in total_of` },
  }
}

/** Said at the end of each run, so that nobody thinks it was tried. */
export const notWritten = [
  'PHP sentry/sentry: there is no program for it, since its packages could not be had to write one.',
]

export const sdks: Sdk[] = [
  python('2.75.0', ['check_in']),
  python('1.9.10', []),
  go('0.50.0', 'since_0_29', ['attachment', 'check_in']),
  go('0.11.0', 'before_0_29', []),
  java,
  rust,
  ruby('sentry-ruby', 'shop.rb', 'sentry.ruby', always),
  ruby('sentry-raven', 'raven_shop.rb', 'raven-ruby', ['handled', 'message', 'unhandled']),
]
