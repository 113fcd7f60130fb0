const retry = require('./retry')

async function chargeCard(patient) {
  throw new Error(`Card of patient ${patient} was declined (ref ${Math.random().toString(36).slice(2, 12)})`)
}

async function exportRecords(records) {
  try {
    return await writeAll(records)
  } catch (err) {
    throw new Error('Nightly export failed', { cause: err })
  }
}

async function writeAll(records) {
  for (const record of records) {
    if (record.bytes > 1000)
      throw new RangeError(`record ${record.id} is ${record.bytes} bytes, limit is 1000`)
    if (!record.owner) throw new TypeError('record has no owner')
  }
}

async function* pages(total) {
  for (let page = 1; page <= total; page++) {
    if (page === 3) throw new Error(`cursor expired on page ${page}`)
    yield page
  }
}

async function syncAll(total) {
  let n = 0
  for await (const page of pages(total)) n += page
  return n
}

function notifyAny(gateways) {
  return Promise.any(gateways.map((gateway) => gateway()))
}

async function settleClinics(clinics) {
  const settled = await Promise.allSettled(clinics.map((clinic) => clinic()))
  const reasons = settled.filter((s) => s.status === 'rejected').map((s) => s.reason)
  if (reasons.length) throw new AggregateError(reasons, `${reasons.length} clinics could not be settled`)
}

module.exports = {
  charge: (patient) => retry(3, () => chargeCard(patient)),
  chargeOnce: chargeCard,
  exportRecords,
  syncAll,
  notifyAny,
  settleClinics,
}
