const { Sentry, finish } = require('./start.cjs')

Sentry.logger.info('order placed', { number: 1001 })
Sentry.logger.error('order lost', { number: 1002 })
void finish()
