exports.sms = async () => {
  throw new Error('SMS quota of the month is used up')
}
exports.push = async () => {
  throw new Error(`push token ${Math.random().toString(16).slice(2)} is not registered`)
}
exports.ledger = (clinic) => async () => {
  throw new Error(`ledger of clinic ${clinic} is locked`)
}
exports.tariff = (year) => async () => {
  throw new RangeError(`no tariff for ${year}`)
}
