const { Sentry, finish } = require('./start.cjs')

Sentry.setUser({ id: 42, email: 'ada@example.com', username: 'ada' })
Sentry.setTag('coupon', 'SPRING')
Sentry.setExtra('order', { number: 1001 })
Sentry.setContext('cart', { items: 3 })
Sentry.addBreadcrumb({ category: 'cart', message: 'cart opened', level: 'info' })
Sentry.addBreadcrumb({ category: 'cart', message: 'coupon entered', level: 'warning' })

/** @param {{ items?: string[] }} order */
function totalOf(order) {
  // @ts-expect-error That is the mistake.
  return order.items.length
}

/** @param {{ items?: string[] }} order */
function showOrder(order) {
  return `${totalOf(order)} items`
}

try {
  showOrder({})
} catch (error) {
  Sentry.captureException(error)
}
void finish()
