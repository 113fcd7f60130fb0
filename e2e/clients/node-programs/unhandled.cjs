require('./start.cjs')

setTimeout(function placeOrder() {
  throw new RangeError('out of stock')
}, 0)
