import { describe, expect, it } from 'vitest'
import { defaultProjectSettings } from '../../domain/project-settings.ts'
import { decodeArrival } from './decode-arrival.ts'
import { anArrival, anEnvelope, decode, ownId, smallLimits } from './testing/an-arrival.ts'

const content = Buffer.from([0, 10, 255, 13])

function decodeFile(headers: object, envelope: object = { event_id: ownId }) {
  return decode(anArrival(anEnvelope(envelope, [{ type: 'attachment', ...headers }, content])))
}

describe('an attachment', () => {
  it('is kept byte by byte, with its name and type', () => {
    const headers = {
      filename: 'log.txt',
      content_type: 'text/plain',
      attachment_type: 'event.view_hierarchy',
    }
    const [file, ...more] = decodeFile(headers).attachments
    expect(more).toEqual([])
    expect(file).toMatchObject({
      projectId: 7,
      eventId: Buffer.from(ownId, 'hex'),
      name: 'log.txt',
      contentType: 'text/plain',
      kind: 'event.view_hierarchy',
    })
    expect(Buffer.from(file?.content ?? []).equals(content)).toBe(true)
  })

  it('that is text loses its secrets', () => {
    const payload = Buffer.from('login with password=hunter2')
    const body = anEnvelope({ event_id: ownId }, [{ type: 'attachment', filename: 'app.log' }, payload])
    const [file] = decode(anArrival(body)).attachments
    expect(Buffer.from(file?.content ?? []).toString()).toBe('login with password=[Filtered]')
    expect(file?.removed).toEqual([{ rule: '@password:filter', count: 1 }])
  })

  it('loses the secrets in its name, and what the project calls one', () => {
    const headers = { filename: 'reset?token=abcdef123456.txt', content_type: 'text/plain; password=hunter2' }
    expect(decodeFile(headers).attachments).toMatchObject([
      {
        name: 'reset?token=[Filtered]',
        contentType: 'text/plain; password=[Filtered]',
        removed: [{ rule: '@password:filter', count: 2 }],
      },
    ])
    const scrubbing = { ...defaultProjectSettings.scrubbing, words: ['filename'] }
    const body = anEnvelope({ event_id: ownId }, [
      { type: 'attachment', filename: 'ada@example.com' },
      content,
    ])
    expect(decode(anArrival(body), { scrubbing }).attachments).toMatchObject([{ name: '[Filtered]' }])
  })

  it.each([
    [{}, 'attachment'],
    [{ filename: 7 }, 'attachment'],
    [{ filename: ' \n' }, 'attachment'],
    [{ filename: 'a\0b\ud800\nc' }, 'a\uFFFDb\uFFFD c'],
    [{ filename: 'n'.repeat(300) }, 'n'.repeat(255)],
  ])('with the headers %j is called %j', (headers, name) => {
    expect(decodeFile(headers).attachments).toMatchObject([
      { name, contentType: 'application/octet-stream', kind: 'event.attachment' },
    ])
  })

  it.each([[{}], [{ event_id: '../x' }]])('of no event is counted as not kept: %j', (envelope) => {
    expect(decodeFile({}, envelope)).toMatchObject({
      attachments: [],
      outcomes: [{ category: 'attachment', outcome: 'not_kept', reason: 'no_event' }],
      answer: { status: 200, body: {} },
    })
  })

  it('belongs to the event of its envelope, wherever that stands and says its id', () => {
    const items: [object, unknown][] = [
      [{ type: 'attachment' }, content],
      [{ type: 'event' }, { event_id: ownId }],
    ]
    expect(decode(anArrival(anEnvelope({}, ...items))).attachments).toMatchObject([
      { eventId: Buffer.from(ownId, 'hex') },
    ])
  })

  it('over the limit is refused alone', () => {
    const large = Buffer.alloc(smallLimits.attachmentBytes + 1)
    const body = anEnvelope({}, [{ type: 'attachment' }, large], [{ type: 'event' }, { event_id: ownId }])
    const decoded = decodeArrival(anArrival(body), smallLimits, defaultProjectSettings)
    expect(decoded.events).toHaveLength(1)
    expect(decoded.attachments).toEqual([])
    expect(decoded.outcomes).toMatchObject([
      { category: 'attachment', outcome: 'invalid', reason: 'too_large' },
    ])
  })
})

it('an envelope keeps 30 attachments, and refuses those beyond', () => {
  const items = Array.from({ length: 32 }, (): [object, unknown] => [{ type: 'attachment' }, content])
  const decoded = decode(anArrival(anEnvelope({ event_id: ownId }, ...items)))
  expect(decoded.attachments).toHaveLength(30)
  expect(decoded.outcomes).toMatchObject([{ reason: 'too_large' }, { reason: 'too_large' }])
  expect(decoded.answer.status).toBe(200)
})
