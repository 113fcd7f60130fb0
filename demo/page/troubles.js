/** Method, path and body of what the server fails at. */
export const serverTroubles = {
  'Open a cart': ['GET', '/cart/2'],
  'Print its invoice': ['GET', '/orders/2/invoice'],
  'Send its parcel': ['GET', '/orders/2/parcel'],
  'Look for a lost order': ['GET', `/cart/${1000 + Math.floor(Math.random() * 9000)}`],
  Pay: ['GET', `/checkout/${100 + Math.floor(Math.random() * 900)}`],
  'Ask every provider': ['GET', '/providers'],
  'Wait too long': ['GET', '/slow'],
  'Print a receipt': ['GET', '/receipt/7'],
  'Sign up twice': ['POST', '/sign-up', '{"email":"ada@example.com"}'],
  'Import nonsense': ['POST', '/import', '{}'],
  'Look at the stock': ['GET', '/stock/tea-012'],
  'Count the stock': ['POST', '/stock/count'],
}

export const browserTroubles = {
  'Break the page': () => renderBasket(undefined),
  'Load prices': () => loadPrices(),
  'Load reviews': () => loadReviews(),
  'Forget a promise': () => {
    void Promise.reject(new Error('The coupon service said nothing'))
  },
}

function renderBasket(basket) {
  document.title = `${basket.items.length} in the basket`
}

/** A port where nobody listens: the request itself fails. */
const nobody = 'http://127.0.0.1:9'

async function loadPrices() {
  const answer = await fetch(`${nobody}/prices`)
  return answer.json()
}

async function loadReviews() {
  const answer = await fetch(`${nobody}/reviews`)
  return answer.json()
}
