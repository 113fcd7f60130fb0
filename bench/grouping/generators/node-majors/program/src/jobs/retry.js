module.exports = async function retry(times, fn) {
  let last
  for (let i = 0; i < times; i++) {
    try {
      return await fn()
    } catch (err) {
      last = err
    }
  }
  throw last
}
