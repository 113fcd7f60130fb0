/** "a<b<c>>::d" without what stands between the brackets, in one pass; an operator's brackets are its name. */
export function stripGenerics(name: string): string {
  if (!name.includes('<')) return name
  let text = ''
  let depth = 0
  for (let index = 0; index < name.length; index++) {
    const char = name.charAt(index)
    if (depth === 0 && text.endsWith('operator') && /[<>=-]/.test(char)) {
      const operator = /^(?:<=>|<<=?|>>=?|->\*?|[<>=-]=?)/.exec(name.slice(index, index + 3))?.[0] ?? char
      text += operator
      index += operator.length - 1
    } else if (char === '<') depth++
    else if (char === '>' && name.charAt(index - 1) !== '-') depth = Math.max(0, depth - 1)
    else if (depth === 0) text += char
  }
  return text
}
