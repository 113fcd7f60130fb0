import hljs from 'highlight.js/lib/core'
import go from 'highlight.js/lib/languages/go'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import typescript from 'highlight.js/lib/languages/typescript'

/** A piece of a line, and what it is: keyword, string, comment… */
export interface CodeToken {
  kind: string | undefined
  text: string
}

const languages = { go, java, javascript, php, python, ruby, typescript }
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language)

const byEnding: Record<string, keyof typeof languages> = {
  go: 'go',
  java: 'java',
  php: 'php',
  py: 'python',
  rb: 'ruby',
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
}

/** Tokens of each line. The highlighter's HTML is never used: its tree is read and turned into text and words. */
export function highlightLines(code: string, filename: string): CodeToken[][] {
  const ending =
    filename
      .replace(/[?#].*$/s, '')
      .split('.')
      .at(-1) ?? ''
  const { _emitter: emitter } = hljs.highlight(code, {
    language: byEnding[ending] ?? 'javascript',
    ignoreIllegals: true,
  })
  const lines: CodeToken[][] = [[]]
  collect((emitter as unknown as { rootNode: Node }).rootNode, undefined, lines)
  return lines
}

interface Node {
  scope?: string
  children: (Node | string)[]
}

function collect(node: Node, kind: string | undefined, lines: CodeToken[][]): void {
  for (const child of node.children) {
    if (typeof child !== 'string') collect(child, child.scope?.split('.')[0] ?? kind, lines)
    else addText(child, kind, lines)
  }
}

function addText(text: string, kind: string | undefined, lines: CodeToken[][]): void {
  const [first = '', ...rest] = text.split('\n')
  lines.at(-1)?.push({ kind, text: first })
  for (const line of rest) lines.push([{ kind, text: line }])
}
