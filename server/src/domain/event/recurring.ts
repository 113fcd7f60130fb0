/** What comes again and again as the same object, and is never changed. */
const recurring = new WeakSet()

export function isRecurring(value: object): boolean {
  return recurring.has(value)
}

export function markRecurring(value: object): void {
  recurring.add(value)
}

/**
 * The same function, which remembers what it answered for what comes again. An answer is recurring too, so that the next
 * step can remember it in turn. Only for functions that always answer the same for the same object and `condition`.
 */
export function rememberRecurring<Input extends object, Condition, Output>(
  answer: (input: Input, condition: Condition) => Output,
): (input: Input, condition: Condition) => Output {
  const remembered = new WeakMap<Input, { condition: Condition; output: Output }>()
  return (input, condition) => {
    if (!recurring.has(input)) return answer(input, condition)
    const known = remembered.get(input)
    if (known !== undefined && known.condition === condition) return known.output
    const output = answer(input, condition)
    if (typeof output === 'object' && output !== null) recurring.add(output)
    // The latest: conditions come from events too, and their number is anybody's choice.
    remembered.set(input, { condition, output })
    return output
  }
}
