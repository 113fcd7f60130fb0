const http = require('http')
const { AppointmentService } = require('./src/appointments')
const memoryRepo = require('./src/store/memory-repo')
const outbox = require('./src/store/outbox')
const client = require('./src/http/client')
const compose = require('./src/http/compose')
const schemas = require('./src/http/schemas')
const nightly = require('./src/jobs/nightly')
const gateways = require('./src/jobs/gateways')
const loggers = require('./src/logging/loggers')
const devices = require('./src/devices')

const id = () => Math.floor(Math.random() * 1e7) + 1000
const at = new Date(Date.now() + 864e5 * Math.ceil(Math.random() * 90))
const past = new Date(2020, 1, 1)
const clinic = (rows = []) => new AppointmentService(memoryRepo(rows), () => new Date())
const booked = () => ({ id: id(), doctor: id() % 9, at, patient: {} })

async function withServer(answer, run) {
  const server = http.createServer((req, res) => answer(res)).listen(0, '127.0.0.1')
  await new Promise((r) => server.once('listening', r))
  try {
    return await run(`http://127.0.0.1:${server.address().port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const status = (code) => (res) => res.writeHead(code).end('{}')
const silent = () => {}

exports.scenarios = [
  [
    'book',
    'slot-taken',
    () => {
      const row = booked()
      return clinic([row]).book({ doctor: row.doctor, at })
    },
  ],
  [
    'reschedule',
    'slot-taken',
    () => {
      const row = booked()
      return clinic([row]).reschedule(row.id, at)
    },
  ],
  ['cancel', 'cancel-missing', () => clinic().cancel(id())],
  ['cancel.again', 'cancel-missing', () => clinic().cancel(`apt_${id().toString(36)}`)],
  ['cancel.past', 'cancel-past', () => clinic([{ id: 1, at: past }]).cancel(1)],
  ['reminder', 'reminder-contact', () => clinic([{ id: 1, patient: {} }]).reminder(1)],
  ['reminder.unknown', '?reminder-unknown', () => clinic([]).reminder(id())],
  ['summary', 'summary-doctor', () => clinic().summary([{ doctor: {} }])],
  [
    'summary.http',
    'summary-doctor',
    () =>
      compose(
        (c, next) => next(),
        () => clinic().summary([{ doctor: {} }]),
      )({}),
  ],
  [
    'repo.patient',
    'patient-missing',
    function showPatient() {
      memoryRepo([]).mustGet('patient', id())
    },
  ],
  [
    'repo.invoice',
    'invoice-missing',
    function showInvoice() {
      memoryRepo([]).mustGet('invoice', id())
    },
  ],
  ['outbox.file', 'outbox-file', () => outbox.readOutbox('/var/spool/clinic', `${id()}.json`)],
  [
    'outbox.template',
    'outbox-template',
    () => outbox.readTemplate('/etc/clinic', ['de', 'fr', 'it'][id() % 3]),
  ],
  ['outbox.parse', 'outbox-parse', () => outbox.parseOutbox('{"a":1}\n{"b":' + id())],
  ['outbox.parse2', 'outbox-parse', () => outbox.parseOutbox('<html>')],
  ['axios.404', 'insurance-404', () => withServer(status(404), (base) => client.fetchInsurance(base, id()))],
  ['axios.500', 'lab-500', () => withServer(status(500), (base) => client.fetchLabResult(base, id()))],
  ['axios.timeout', 'lab-timeout', () => withServer(silent, (base) => client.fetchLabResult(base, id()))],
  ['axios.post', 'invoice-422', () => withServer(status(422), (base) => client.postInvoice(base, {}))],
  ['axios.refused', 'insurance-refused', () => client.fetchInsurance('http://127.0.0.1:9', id())],
  [
    'fetch.status',
    'status-503',
    () => withServer(status(503), (base) => client.nativeStatus(base, `/queue/${id()}`)),
  ],
  [
    'fetch.other',
    'status-410',
    () => withServer(status(410), (base) => client.nativeStatus(base, '/devices')),
  ],
  ['fetch.refused', 'fetch-refused', () => client.nativeStatus('http://127.0.0.1:9', '/queue')],
  [
    'zod.patient',
    'zod-patient',
    () => schemas.parsePatient({ name: 'A', birth: String(id()), email: 'a@b.ch' }),
  ],
  [
    'zod.patient.http',
    'zod-patient',
    () =>
      compose(
        (c, next) => next(),
        (c) => schemas.parsePatient(c),
      )({ name: 'B', birth: '', email: 'b@b.ch' }),
  ],
  ['zod.invoice', 'zod-invoice', () => schemas.parseInvoice({ total: -id(), currency: 'EUR' })],
  ['assert.totals', 'assert-totals', () => schemas.checkTotals([{ cents: id() }], 100)],
  ['assert.version', 'assert-version', () => schemas.checkVersion(2)],
  ['charge', 'card-declined', () => nightly.charge(id())],
  ['charge.once', 'card-declined', () => nightly.chargeOnce(id())],
  ['export.big', 'record-too-big', () => nightly.exportRecords([{ id: id(), bytes: id(), owner: 'x' }])],
  ['export.owner', 'record-owner', () => nightly.exportRecords([{ id: id(), bytes: 1 }])],
  ['sync', 'cursor-expired', () => nightly.syncAll(9)],
  ['any', 'notify-nobody', () => nightly.notifyAny([gateways.sms, gateways.push])],
  ['any.swapped', 'notify-nobody', () => nightly.notifyAny([gateways.push, gateways.sms])],
  [
    'settle.same',
    'ledger-locked',
    () => nightly.settleClinics([gateways.ledger(id()), gateways.ledger(id())]),
  ],
  ['settle.three', 'ledger-locked', () => nightly.settleClinics([1, 2, 3].map(() => gateways.ledger(id())))],
  ['settle.tariff', 'tariff-missing', () => nightly.settleClinics([gateways.tariff(1990 + (id() % 30))])],
  ['message', 'msg-stock', (S) => S.captureMessage(`Only ${id()} vaccines left in ward ${id() % 7}`)],
  ['message.warn', 'msg-slow', (S) => S.captureMessage(`Slow query: ${id() % 900}ms`, 'warning')],
  ['message.plain', 'msg-login', (S) => S.captureMessage('Login disabled by administrator')],
  [
    'message.user',
    'msg-lock',
    (S) => S.captureMessage(`Account ${id()}@example.com locked after ${id() % 9} attempts`),
  ],
  ['pino', 'pino-printer', (S) => loggers.createPino(S).error(`printer ${id()} is out of paper`)],
  [
    'pino.object',
    'pino-scanner',
    (S) => loggers.createPino(S).error({ device: id() }, 'scanner does not answer'),
  ],
  [
    'pino.err',
    'pino-err',
    (S) => loggers.createPino(S).error({ err: new RangeError(`dose ${id()} out of range`) }, 'dosing'),
  ],
  ['winston', 'winston-backup', (S) => loggers.createWinston(S).error(`backup ${id()} skipped`)],
  [
    'winston.err',
    'winston-err',
    (S) => loggers.createWinston(S).error('restore', { error: new Error(`snapshot ${id()} is corrupt`) }),
  ],
  [
    'device.offline',
    'device-offline',
    () =>
      new Promise((r) => {
        const d = new devices.Device(id())
        d.open()
        setTimeout(r, 30)
      }),
  ],
  [
    'device.calibrate',
    'device-offsets',
    () =>
      new Promise((r) => {
        new devices.Device(id()).calibrate(r)
        setTimeout(r, 30)
      }),
  ],
  ['device.decode', 'device-frame', () => new devices.Device(1).decode(Buffer.alloc(id() % 50))],
  ['device.url', 'device-url', () => devices.firmwareUrl(`clinic-${id()}`)],
  ['device.object', 'modem-object', () => devices.legacyFail(id())],
  ['device.text', 'modem-text', () => devices.legacyText()],
  ['device.plan', 'plan-overflow', () => devices.plan([1])],
  [
    'rejection',
    'late-rejection',
    () => {
      Promise.reject(new Error(`lease ${id()} expired`))
    },
  ],
  [
    'fingerprint',
    'own-fingerprint',
    (S) => S.captureException(new Error(`x${id()}`), { fingerprint: ['billing', 'tax'] }),
  ],
]
