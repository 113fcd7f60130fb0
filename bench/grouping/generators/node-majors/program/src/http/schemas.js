const { z } = require('zod')
const assert = require('assert')

const Patient = z.object({ name: z.string(), birth: z.string().length(10), email: z.string().email() })
const Invoice = z.object({ total: z.number().positive(), currency: z.enum(['EUR', 'CHF']) })

exports.parsePatient = (body) => Patient.parse(body)
exports.parseInvoice = (body) => Invoice.parse(body)
exports.checkTotals = (lines, total) => {
  const sum = lines.reduce((acc, line) => acc + line.cents, 0)
  assert.strictEqual(sum, total)
}
exports.checkVersion = (version) => assert(version >= 3, 'client is too old for this API')
