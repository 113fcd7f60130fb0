// Nine hundred connections that send a byte a second, and bodies without end: others are served as before.
import { setTimeout as sleep } from 'node:timers/promises'
import { readMemory } from '../bench/load/meter.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { percentile } from './support/percentile.ts'
import { pour } from './support/pour.ts'
import { inScene, type Scene } from './support/scene.ts'
import type { FaultServer } from './support/server.ts'
import { startTrickle, type Trickle } from './support/trickle.ts'

const slowClients = 900
const slowPerAddress = 90
const connections = 8
const mostSockets = 1_000
const mostOfAddress = 100
/** The server looks once a second, and is busy. */
const leewaySeconds = 4
const headersSeconds = 10
const slowBodySeconds = 10
const bodySeconds = 30
const fastEnough = 4_096
const mebibyte = 1024 * 1024
const mostDeltaMb = 100
const quickMs = 5_000

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const running = await scene.start()
    const load = scene.load({ connections })
    const { heads, bodies, steady } = await trickle(scene, short ? 0 : 20)
    await load.stop()
    const { '200': ok = 0, ...others } = load.statuses
    const bad = Object.values(others).reduce((sum, count) => sum + count, 0)
    expect(ok > 100, `Only ${ok} of the usual requests were sent meanwhile: that is no load.`)
    expect(bad === 0, `Of the usual requests ${bad} were not answered with 200: ${JSON.stringify(others)}.`)
    const closedBy = (seconds: number[], most: number, what: string): number => {
      const last = percentile(seconds, 100)
      expect(last <= most + leewaySeconds, `${what} were closed after ${last} s, not ${most} s.`)
      return last
    }
    const crowd = await openCrowd(scene)
    expect(crowd.open <= mostSockets, `${crowd.open} connections were open at once.`)
    expect(crowd.mostOfOne <= mostOfAddress, `One address had ${crowd.mostOfOne} connections.`)
    const huge = await sendHuge(scene, running)
    for (const { name, status, ms, wanted } of huge.answers) {
      expect(wanted.includes(status), `${name} was answered with ${status}, not with ${wanted.join(' or ')}.`)
      expect(ms <= quickMs, `${name} was answered after ${ms} ms.`)
    }
    expect(huge.deltaMb <= mostDeltaMb, `Huge bodies took ${huge.deltaMb} MB of memory.`)
    const { missing } = await scene.balance()
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    return {
      figures: {
        slow: slowClients,
        heads_closed_by_s: closedBy(heads, headersSeconds, 'Slow headers'),
        bodies_closed_by_s: closedBy(bodies, slowBodySeconds, 'Slow bodies'),
        ...(!short && { long_bodies_closed_by_s: closedBy(steady, bodySeconds, 'Bodies without an end') }),
        crowd_open: crowd.open,
        crowd_most_of_one: crowd.mostOfOne,
        ok,
        ok_rate: Math.round((1000 * ok) / (ok + bad)) / 1000,
        p99_ms: percentile(load.ackMs, 99),
        ...Object.fromEntries(huge.answers.map(({ name, ms }) => [`${name}_ms`, ms])),
        rss_delta_mb: huge.deltaMb,
        missing,
      },
      misses,
    }
  })
}

/** Until all are closed: how many seconds each was open. */
async function trickle(scene: Scene, steadyClients: number) {
  const head = headOf(scene, 'Content-Length: 10000000')
  const heads: Trickle[] = []
  const bodies: Trickle[] = []
  const steady: Trickle[] = []
  for (let index = 0; index < slowClients; index += 1) {
    const from = `127.0.6.${1 + Math.floor(index / slowPerAddress)}`
    const isHead = index % 2 === 0
    const beginning = isHead ? 'POST / HTTP/1.1\r\nX-Slow: ' : head
    const client = await startTrickle({ origin: scene.origin, from, beginning, bytesPerSecond: 1 })
    const kind = isHead ? heads : bodies
    kind.push(client)
    scene.defer(client.close)
  }
  for (let index = 0; index < steadyClients; index += 1) {
    const options = { origin: scene.origin, from: '127.0.6.100', beginning: head, bytesPerSecond: fastEnough }
    const client = await startTrickle(options)
    steady.push(client)
    scene.defer(client.close)
  }
  const secondsOf = async (clients: Trickle[]): Promise<number[]> =>
    (await Promise.all(clients.map(({ ended }) => ended))).map(({ seconds }) => seconds)
  const closed = Promise.all([heads, bodies, steady].map(secondsOf))
  const patienceMs = (bodySeconds + 2 * leewaySeconds) * 1000
  const tooLong = sleep(patienceMs, undefined, { ref: false }).then(() => {
    for (const client of [...heads, ...bodies, ...steady]) client.close()
  })
  const [ofHeads = [], ofBodies = [], ofSteady = []] = await Promise.race([
    closed,
    tooLong.then(() => closed),
  ])
  return { heads: ofHeads, bodies: ofBodies, steady: ofSteady }
}

/** How many connections stay open of more than there may be, from more addresses than fit with all that each may have. */
async function openCrowd({ origin }: Scene): Promise<{ open: number; mostOfOne: number }> {
  const addresses = Array.from({ length: 11 }, (_, index) => `127.0.5.${1 + index}`)
  const clients: { from: string; client: Trickle; isOpen: boolean }[] = []
  for (const from of addresses) {
    for (let count = 0; count < mostOfAddress + 5; count += 1) {
      const client = await startTrickle({ origin, from, beginning: '', bytesPerSecond: 0 })
      const entry = { from, client, isOpen: true }
      clients.push(entry)
      void client.ended.then(() => (entry.isOpen = false))
    }
  }
  await sleep(500)
  const open = clients.filter(({ isOpen }) => isOpen)
  const ofOne = addresses.map((address) => open.filter(({ from }) => from === address).length)
  for (const { client } of clients) client.close()
  await Promise.all(clients.map(({ client }) => client.ended))
  return { open: open.length, mostOfOne: Math.max(...ofOne) }
}

/** Three requests that would take all memory if they were read. */
async function sendHuge(scene: Scene, { pid }: FaultServer) {
  const before = readMemory(pid).rssMb
  let peak = before
  const looking = setInterval(() => (peak = Math.max(peak, readMemory(pid).rssMb)), 50)
  const filling = Buffer.alloc(64 * 1024, 'x')
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), filling, Buffer.from('\r\n')])
  const announced = await pour(scene.origin, {
    beginning: headOf(scene, 'Content-Length: 1000000000000'),
    mostBytes: 0,
  })
  const endless = await pour(scene.origin, {
    beginning: headOf(scene, 'Transfer-Encoding: chunked'),
    part: chunk,
    mostBytes: 2_048 * mebibyte,
  })
  const line = await pour(scene.origin, {
    beginning: 'POST / HTTP/1.1\r\nHost: x\r\nX-Long: ',
    part: filling,
    mostBytes: 1_024 * mebibyte,
  })
  clearInterval(looking)
  return {
    deltaMb: Math.round(peak - before),
    answers: [
      { name: 'terabyte', ...announced, wanted: [413] },
      { name: 'endless', ...endless, wanted: [413] },
      // Who still sends when the connection is closed may not hear why.
      { name: 'header_line', ...line, wanted: [431, 0] },
    ],
  }
}

function headOf({ project }: Scene, line: string): string {
  return `POST /api/${project.id}/envelope/?sentry_key=${project.key} HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`
}
