import { readFileSync } from 'node:fs'

// What users install must carry one of these; tools that only build and test may also be MPL-2.0.
const allowed = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
]
const allowedInTools = [...allowed, 'MPL-2.0']
/** Vite's CSS compiler is an optional peer of a peer, so npm does not mark it as a tool; we ship nothing of it. */
const tools = /^node_modules\/lightningcss(-[\w-]+)?$/
/** Comes with the SDK that the tests hold ours against; run by nobody, shipped to nobody. */
const testPeers = ['node_modules/sentry']

/** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean, link?: boolean, license?: string }> }} */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const wrong = Object.entries(lock.packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && link !== true && !testPeers.includes(path))
  .filter(([path, { dev, devOptional, license }]) => {
    const isTool = dev === true || devOptional === true || tools.test(path)
    return !isAllowed(license ?? 'none', isTool ? allowedInTools : allowed)
  })
  .map(([path, { license }]) => `${path}: ${license ?? 'no licence named'}`)

if (wrong.length > 0) {
  process.stderr.write(`These packages carry licences that we do not take:\n${wrong.join('\n')}\n`)
  process.exitCode = 1
}

/**
 * @param {string} expression
 * @param {string[]} list
 */
function isAllowed(expression, list) {
  const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((alternative) =>
    alternative.split(' AND ').every((name) => list.includes(name.trim())),
  )
}
