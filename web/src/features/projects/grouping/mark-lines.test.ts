import { expect, it } from 'vitest'
import { markLines } from './mark-lines.ts'
import { stillThere } from './still-there.ts'

const text = 'type:A -> helper\ntipe:B -> helpr'
const errors = [
  { line: 2, from: 10, to: 15, message: 'No action “helpr”. Expected one of: helper.' },
  { line: 2, from: 0, to: 4, message: 'No field “tipe”.' },
]

it('marks each span that is wrong, and says at the line what is', () => {
  const [first, second] = markLines(text, errors)
  expect(first).toEqual({
    number: 1,
    pieces: [{ from: 0, text: 'type:A -> helper', isWrong: false }],
    message: undefined,
  })
  expect(second?.pieces.map((piece) => [piece.text, piece.isWrong])).toEqual([
    ['tipe', true],
    [':B -> ', false],
    ['helpr', true],
  ])
  expect(second?.message).toBe('No field “tipe”. No action “helpr”.')
})

it('keeps the text whole where spans overlap or end behind the line', () => {
  const beyond = [
    { line: 1, from: 2, to: 99, message: 'a' },
    { line: 1, from: 0, to: 9, message: 'b' },
  ]
  const [line] = markLines('type:A', beyond)
  expect(line?.pieces.map((piece) => piece.text).join('')).toBe('type:A')
})

it('forgets what was wrong with a line that has changed since', () => {
  expect(stillThere(errors, text, text.replace('tipe', 'type'))).toEqual([])
  expect(stillThere(errors, text, `${text}\n`)).toEqual(errors)
})
