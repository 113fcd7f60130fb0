const Raven = require(process.env['CLIENT'] ?? '')

Raven.config(process.env['DSN'], {
  release: 'shop@1.4.2',
  environment: 'staging',
  captureUnhandledRejections: true,
}).install()
Raven.setContext({
  user: { id: 42, email: 'ada@example.com' },
  tags: { coupon: 'SPRING' },
  extra: { order: { number: 1001 } },
})
Raven.captureBreadcrumb({ category: 'cart', message: 'coupon entered' })

/** @param {{ items?: string[] }} order */
function totalOf(order) {
  // @ts-expect-error That is the mistake.
  return order.items.length
}

/** @param {{ items?: string[] }} order */
function showOrder(order) {
  return `${totalOf(order)} items`
}

/** @param {Error | null} failure */
function finish(failure) {
  process.stdout.write(`flushed: ${failure ? failure.message : 'true'}\n`)
}

/** @type {Record<string, () => void>} */
const behaviours = {
  handled() {
    try {
      showOrder({})
    } catch (error) {
      Raven.captureException(error, finish)
    }
  },
  message: () => void Raven.captureMessage('Stock is low', { level: 'warning' }, finish),
  unhandled: () => void setTimeout(() => showOrder({}), 0),
  rejection: () => void Promise.reject(new RangeError('out of stock')),
  /** More than 30 KB of text, of which raven makes less than a tenth. */
  large: () => void Raven.captureMessage('Stock is low', { extra: { stock: 'none '.repeat(6000) } }, finish),
}
behaviours[process.argv[2] ?? 'handled']?.()
