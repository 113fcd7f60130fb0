const { Sentry, finish } = require('./start.cjs')

const schedule = { type: 'crontab', value: '0 3 * * *' }
const checkInId = Sentry.captureCheckIn({ monitorSlug: 'nightly', status: 'in_progress' }, { schedule })
Sentry.captureCheckIn({ monitorSlug: 'nightly', status: 'ok', checkInId })
void finish()
