import { DASH, DOT, isDigit, isWord, SPACE } from './characters.ts'

/** Issuers' first digits and lengths: Visa, Mastercard, Amex, Discover, JCB, Diners (ISO/IEC 7812 registries). */
const issuers =
  /^(?:(?:4|5[1-5]|2[2-7]|6011|65|64[4-9]|35)\d+(?<=^\d{16})|3[47]\d{13}|3(?:0[0-5]|[68])\d+(?<=^\d{14}))$/
const mostDigits = 16
const shortest = 14

/** The end of a payment card number that starts here: alone, or in groups parted by single spaces or dashes. */
export function endOfCard(text: string, start: number): number | undefined {
  let digits = ''
  let at = start
  let gap = 0
  while (at < text.length && digits.length <= mostDigits) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) digits += text[at] ?? ''
    else if ((code === SPACE || code === DASH) && isDigit(text.charCodeAt(at + 1))) {
      if (gap !== 0 && code !== gap) break
      gap = code
    } else break
    at += 1
    // Whatever follows then is another number: "378282246310005 2026".
    if (digits.length >= shortest && endsHere(text, at) && isCard(digits)) return at
  }
  return undefined
}

export function isCard(digits: string): boolean {
  return (
    digits.length >= shortest && digits.length <= mostDigits && issuers.test(digits) && passesLuhn(digits)
  )
}

function endsHere(text: string, at: number): boolean {
  const next = text.charCodeAt(at)
  return !isWord(next) && !(next === DOT && isDigit(text.charCodeAt(at + 1)))
}

/** The check digit of ISO/IEC 7812-1: from the right, every second digit doubled. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
