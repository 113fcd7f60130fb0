const { Sentry, finish } = require('./start.cjs')

Sentry.captureMessage('Stock is low', 'warning')
void finish()
