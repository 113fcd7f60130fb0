const pino = require('pino')
const winston = require('winston')
const Transport = require('winston-transport')

/** What many write by hand: levels from error up are reported. */
exports.createPino = function createPino(Sentry) {
  return pino(
    {
      hooks: {
        logMethod(args, method, level) {
          if (level >= 50) {
            const [first, second] = args
            if (first && first.err) Sentry.captureException(first.err, { extra: { note: second } })
            else Sentry.captureMessage(typeof first === 'string' ? first : second, 'error')
          }
          return method.apply(this, args)
        },
      },
    },
    { write() {} },
  )
}

class SentryTransport extends Transport {
  constructor(Sentry) {
    super({ level: 'error' })
    this.Sentry = Sentry
  }

  log(info, done) {
    if (info.error instanceof Error) this.Sentry.captureException(info.error)
    else this.Sentry.captureMessage(info.message, { level: 'error', tags: { via: 'winston' } })
    done()
  }
}

exports.createWinston = (Sentry) => winston.createLogger({ transports: [new SentryTransport(Sentry)] })
