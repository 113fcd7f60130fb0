const { Sentry, finish } = require('./start.cjs')

const eventId = Sentry.captureException(new Error('the page is broken'))
const [name, email, message] = ['Ada', 'ada@example.com', 'I cannot pay']

if (Sentry.captureFeedback === undefined) {
  // Of the 7s only the browser's has a function for it, which sends this.
  const report = { event_id: eventId, name, email, comments: message }
  void Sentry.getClient()
    .getTransport()
    .send([{ event_id: eventId }, [[{ type: 'user_report' }, report]]])
} else {
  Sentry.captureFeedback({ name, email, message, associatedEventId: eventId })
}
void finish()
