// Prints which part of a table of secrets goes, and of a table of clean values: node --import tsx bench/scrub-recall.ts [--explain]
import { measureRecall } from '../server/src/domain/scrub/testing/recall.ts'

const LEAST_RECALL = 0.995
const MOST_FALSE_POSITIVES = 0.005

const { secrets, left, clean, falsePositives } = measureRecall(3, 4_000)
const recall = (secrets - left.length) / secrets
const falsePositiveRate = falsePositives.length / clean
if (process.argv[2] === '--explain') for (const row of [...left, ...falsePositives]) print(row)
print(
  JSON.stringify({
    secrets,
    removed: secrets - left.length,
    recall,
    clean,
    falsePositives: falsePositives.length,
    falsePositiveRate,
  }),
)
if (recall < LEAST_RECALL || falsePositiveRate > MOST_FALSE_POSITIVES) process.exitCode = 1

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
