const { Sentry, finish } = require('./start.cjs')

Sentry.withScope((/** @type {{ addAttachment(file: object): void }} */ scope) => {
  scope.addAttachment({ filename: 'order.json', data: '{"number":1001}', contentType: 'application/json' })
  Sentry.captureException(new Error('the order is damaged'))
})
void finish()
