// Scores the grouping on corpora of real events whose bug is known: node --import tsx bench/grouping.ts FOLDER
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import type { Event } from '../server/src/domain/event/event.ts'
import { groupEvent } from '../server/src/domain/grouping/index.ts'

interface Row {
  truth: string
  deploy: string
  event: Event
}

interface Scored extends Row {
  group: string
  label: string
}

/** The first half only warms up: regular expressions and functions are compiled on their first uses. */
const ROUNDS = 40

const [folder, flag] = process.argv.slice(2)
if (!folder) throw new Error('Usage: node --import tsx bench/grouping.ts FOLDER [--explain]')

for (const file of readdirSync(folder).filter((name) => /\.jsonl(\.gz)?$/.test(name))) {
  const rows = readRows(join(folder, file))
  const { scored, times } = scoreRows(rows)
  const over = { merged: spread(scored, 'group', 'truth'), split: spread(scored, 'truth', 'group') }
  print(
    JSON.stringify({
      corpus: basename(file).replace(/\.jsonl.*$/, ''),
      rows: rows.length,
      truths: new Set(rows.map((row) => row.truth)).size,
      issues: new Set(scored.map((row) => row.group)).size,
      ...pairwise(scored),
      ...bcubed(scored),
      overMerged: over.merged.length,
      overSplit: over.split.length,
      deployStability: deployStability(scored),
      p50Us: quantile(times, 0.5),
      p99Us: quantile(times, 0.99),
    }),
  )
  if (flag === '--explain') explain(scored, over)
}

/** A leading question mark is a label about which two people would differ: such rows count for nothing. */
function readRows(path: string): Row[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line))
    .filter((row) => !row.truth.startsWith('?'))
    .map((row) => ({ ...row, event: dropNulls(row.event) }))
}

/** The payloads are as SDKs sent them; the server drops nulls and lists of frames that are empty. */
function dropNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, field) => (field === null ? undefined : field)))
}

function scoreRows(rows: Row[]): { scored: Scored[]; times: number[] } {
  const scored = rows.map((row) => {
    const grouping = groupEvent(row.event)
    const label = `${grouping.tier} ${grouping.parts.map((part) => `${part.name}=${part.value}`).join(' · ')}`
    return { ...row, group: Buffer.from(grouping.hash).toString('hex'), label }
  })
  return { scored, times: timeRows(rows) }
}

/** Microseconds for each event: the median of several rounds, since a busy machine interrupts any single one. */
function timeRows(rows: Row[]): number[] {
  const rounds = Array.from({ length: ROUNDS }, () => rows.map((row) => timeEvent(row.event)))
  return rows.map((_, index) =>
    quantile(
      rounds.slice(ROUNDS / 2).map((times) => times[index] ?? 0),
      0.5,
    ),
  )
}

function timeEvent(event: Event): number {
  const start = performance.now()
  groupEvent(event)
  return (performance.now() - start) * 1000
}

function pairwise(rows: Scored[]) {
  const pairs = (key: (row: Scored) => string) =>
    sum([...count(rows, key).values()].map((n) => (n * (n - 1)) / 2))
  const both = pairs((row) => `${row.truth} ${row.group}`)
  return withF1(both / pairs((row) => row.group), both / pairs((row) => row.truth), [
    'precision',
    'recall',
    'f1',
  ])
}

function bcubed(rows: Scored[]) {
  const groups = count(rows, (row) => row.group)
  const truths = count(rows, (row) => row.truth)
  const both = count(rows, (row) => `${row.truth} ${row.group}`)
  const share = (row: Scored, of: number | undefined) =>
    (both.get(`${row.truth} ${row.group}`) ?? 0) / (of ?? 1)
  return withF1(
    sum(rows.map((row) => share(row, groups.get(row.group)))) / rows.length,
    sum(rows.map((row) => share(row, truths.get(row.truth)))) / rows.length,
    ['bcubedPrecision', 'bcubedRecall', 'bcubedF1'],
  )
}

function withF1(precision: number, recall: number, names: [string, string, string]): Record<string, number> {
  const values = [precision, recall, (2 * precision * recall) / (precision + recall)]
  return Object.fromEntries(names.map((name, index) => [name, round(values[index] ?? 0)]))
}

/** The groups with more than one truth, or the truths with more than one group. */
function spread(rows: Scored[], by: 'group' | 'truth', over: 'group' | 'truth'): string[] {
  const members = gather(rows, (row) => row[by])
  return [...members]
    .filter(([, same]) => new Set(same.map((row) => row[over])).size > 1)
    .map(([name]) => name)
}

/** The share of bugs whose issues stay the same from one deployment to the next. */
function deployStability(rows: Scored[]): number {
  const groupsOf = (same: Scored[]) => [...new Set(same.map((row) => row.group))].toSorted().join()
  let stable = 0
  let steps = 0
  for (const same of gather(rows, (row) => row.truth).values()) {
    const deploys = [...gather(same, (row) => row.deploy).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
    for (let index = 1; index < deploys.length; index++) {
      steps++
      if (groupsOf(deploys[index]?.[1] ?? []) === groupsOf(deploys[index - 1]?.[1] ?? [])) stable++
    }
  }
  return round(stable / steps)
}

function explain(rows: Scored[], over: { merged: string[]; split: string[] }): void {
  for (const [by, names] of [
    ['group', over.merged],
    ['truth', over.split],
  ] as const) {
    for (const name of names) {
      print(`${by === 'group' ? 'MERGED' : 'SPLIT'} ${name}`)
      const same = rows.filter((row) => row[by] === name)
      for (const [label, n] of count(same, (row) => `${row.truth}  ${row.label}`)) print(`    ${n} ${label}`)
    }
  }
}

function gather<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const gathered = new Map<string, T[]>()
  for (const row of rows) gathered.set(key(row), [...(gathered.get(key(row)) ?? []), row])
  return gathered
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function count<T>(rows: T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return counts
}

function quantile(values: number[], q: number): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
