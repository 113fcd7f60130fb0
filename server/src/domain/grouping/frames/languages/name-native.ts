import { stripGenerics } from '../strip-generics.ts'

/**
 * A symbol as people write it: what compilers put around the name differs between builds of one source, and template
 * arguments and parameters between versions of one compiler.
 */
export function nameNative(raw: string): string {
  // A symbol server answered nothing; an address would be another group for every build.
  if (/^(?:<(?:redacted|unknown|unknown module)>|\?+|0x[0-9a-f]+|\(null\)|<deduplicated_symbol>)$/i.test(raw))
    return ''
  const symbol = raw
    .replace(/ \+ (?:0x[0-9a-f]+|\d+)$|\+0x[0-9a-f]+$/i, '')
    .replace(/(?: \[clone [^\]]*\])+$/, '')
    .replace(/\.(?:cold|isra|part|constprop|llvm|lto_priv)(?:\.\d+)*/g, '')
    .replace(/\[abi:\w+\]/g, '')
  const block = /^_+\d+([-+]?.+?)_block_invoke(?:[._]\d+)*$/.exec(symbol)?.[1]
  const method = block ?? symbol
  if (/^[-+]\[/.test(method)) return method.replace(/\([^)]*\)/, '')
  return nameSymbol(withoutOuter(method))
}

/** "closure #1 in f", "specialized f", "static f": the compiler's words around a Swift function. */
function withoutOuter(name: string): string {
  return name
    .replace(
      /^(?:(?:implicit )?closure #\d+ (?:\([^)]*\) (?:-> \S+ )?)?in |generic specialization <[^>]*> of |(?:function signature )?specialized |stub |partial apply for |@objc |@nonobjc |static |merged |dispatch thunk of |\(\d+\) (?:await|suspend) resume partial function for |protocol witness for )+/,
      '',
    )
    .replace(/ in conformance .*$/, '')
    .replace(/@\d+(?=\.|$)/g, '')
}

function nameSymbol(raw: string): string {
  const name = stripGenerics(implementor(raw))
    .replace(
      /(?:\{\{closure\}\}|\{(?:closure|impl|async_fn|async_block|closure_env|shim|lambda)[^{}]*\})/g,
      '',
    )
    .replace(/\((?:anonymous namespace|anonymous class)\)|`anonymous namespace'/g, '')
    .replace(/(?<=[^\s:.(])\(.*$/, '')
    .replace(/::h[0-9a-f]{16}$/, '')
    .replace(/(?::{2}){2,}/g, '::')
    .replace(/^[:.]+|[:.]+$/g, '')
  return name.slice(returnTypeEnd(name))
}

/** Rust writes "<Cart<u32> as Priced>::price" for a method of a trait: Cart says whose it is. */
function implementor(name: string): string {
  const match = /^<(?:impl )?[&*]?(?:mut |const )?(.*)$/.exec(name)
  if (!match?.[1]) return name
  const rest = match[1]
  let depth = 1
  let end = 0
  for (; end < rest.length && depth > 0; end++) {
    const char = rest.charAt(end)
    if (char === '<') depth++
    else if (char === '>' && rest.charAt(end - 1) !== '-') depth--
  }
  if (depth > 0) return name
  const type = stripGenerics(rest.slice(0, end - 1)).replace(/ (?:as|for) .*$/, '')
  return type === '' ? name : type + rest.slice(end)
}

/** C++ writes the result type before a template's name. */
function returnTypeEnd(name: string): number {
  const operator = name.search(/\boperator\b/)
  return name.slice(0, operator < 0 ? name.length : operator).lastIndexOf(' ') + 1
}
