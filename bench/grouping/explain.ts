import { countBy, moreThanOne, spreadOf, type GroupedRow } from './score.ts'

/** The groups that hold several truths and the truths that lie in several groups, with the keys that made them so. */
export function explainRows(rows: (GroupedRow & { key: string })[]): string[] {
  const merged = moreThanOne(spreadOf(rows, 'group', 'truth')).flatMap((name) => [
    `MERGED ${name}`,
    ...linesOf(rows.filter(({ group }) => group === name)),
  ])
  const split = moreThanOne(spreadOf(rows, 'truth', 'group')).flatMap((name) => [
    `SPLIT ${name}`,
    ...linesOf(rows.filter(({ truth }) => truth === name)),
  ])
  return [...merged, ...split]
}

function linesOf(rows: (GroupedRow & { key: string })[]): string[] {
  return [...countBy(rows, ({ truth, key }) => `${truth}  ${key}`)].map(
    ([line, count]) => `    ${count} ${line}`,
  )
}
