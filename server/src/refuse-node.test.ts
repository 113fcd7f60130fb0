import { expect, it } from 'vitest'
import { refuseNode } from './refuse-node.ts'

it.each(['24.19.0', '24.21.0'])('refuses Node %s, and says what to install', (version) => {
  expect(() => refuseNode(version)).toThrow(/Install Node 20, 22, 24\.18 or 26/)
})

it.each(['20.19.0', '20.20.2', '22.23.3', '24.18.1', '26.10.0'])('runs on Node %s', (version) => {
  expect(() => refuseNode(version)).not.toThrow()
})
