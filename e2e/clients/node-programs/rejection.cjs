require('./start.cjs')

async function loadPrices() {
  throw new SyntaxError('no prices')
}
void loadPrices()
