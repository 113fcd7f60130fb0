import * as Sentry from '@sentry/react'
import * as api from './api/client.js'
import * as browser from './api/browser.js'
import { createStore, seats } from './state/seats.js'
import { hydrateOffers, hydrateTrip } from './screens/hydrate.jsx'

const id = () => Math.floor(Math.random() * 1e6) + 100
const word = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 6) || 'abc'
const wait = (ms = 80) => new Promise((resolve) => setTimeout(resolve, ms))
const shown = (...args) => {
  window.show(...args)
  return wait()
}
// React lets no two fallbacks come within a third of a second.
const late = (name) => {
  window.show(name, {})
  return wait(600)
}

export const scenarios = [
  ['itinerary', 'day-legs', () => shown('Itinerary', { days: [{}] })],
  ['itinerary.bare', 'day-legs', () => shown('Itinerary', { days: [{ legs: [] }, {}] }, false)],
  ['itinerary.none', 'itinerary-days', () => shown('Itinerary', {})],
  ['fare', 'fare-amount', () => shown('FareTable', { fares: [{ id: 1 }] })],
  ['fare.bare', 'fare-amount', () => shown('FareTable', { fares: [{ id: 1 }] }, false)],
  ['fare.pick', 'fare-unknown', () => shown('FareTable', { fares: [], pick: id() })],
  ['map', 'map-container', () => shown('MapPane', { container: `map-${id()}` })],
  ['map.zoom', 'map-zoom', () => shown('MapPane', { zoom: 21 + (id() % 9) })],
  ['seat.plane', 'seat-plane', () => shown('SeatMap', {})],
  ['seat.rows', 'seat-rows', () => shown('SeatMap', { plane: { rows: 0 } })],
  [
    'seat.action',
    'action-unknown',
    () => shown('SeatMap', { plane: { rows: 3 }, action: { type: 'seat/drop' } }),
  ],
  ['seat.store', 'action-unknown', () => createStore(seats, {}).dispatch({ type: 'seat/drop' })],
  [
    'seat.taken',
    'seat-taken',
    () => shown('SeatMap', { plane: { rows: 3 }, action: { type: 'seat/pick', seat: 1 } }),
  ],
  ['account', 'session-provider', () => shown('Account', {})],
  ['account.compact', 'session-provider', () => shown('Account', { compact: true })],
  ['broken.object', 'object-child', () => shown('Broken', { how: 'object' })],
  ['broken.loop', 'render-loop', () => shown('Broken', { how: 'loop' })],
  ['broken.type', 'element-type', () => shown('Broken', { how: 'type' })],
  ['lazy.reviews', 'chunk', () => late('Reviews')],
  ['lazy.weather', 'chunk', () => late('Weather')],
  [
    'hydrate.trip',
    'hydration',
    () => {
      hydrateTrip(id())
      return wait()
    },
  ],
  [
    'hydrate.offers',
    'hydration',
    () => {
      hydrateOffers(['Train', word()])
      return wait()
    },
  ],
  ['api.trip', 'trip-404', () => api.loadTrip(id())],
  ['api.hotels', 'hotels-500', () => api.loadHotels(word())],
  ['api.config', 'config-html', () => api.loadConfig()],
  ['api.pay', 'pay-402', () => api.pay(id())],
  ['api.offline', 'offline', () => api.offline(`/ping/${id()}`)],
  ['api.abort', 'search-aborted', () => api.search(word(), 10)],
  ['quota', 'quota', () => browser.remember(`trip:${id()}`, 6e6)],
  ['money', 'currency', () => browser.money(1, 'E')],
  ['link', 'link-uri', () => browser.decodeLink('%')],
  ['date', 'departure-date', () => browser.departure(word())],
  ['clone', 'share-state', () => browser.shareState({ f: () => 1 })],
  ['focus', 'focus-null', () => browser.focusField('zip')],
  ['picker', 'picker-undefined', () => browser.pickDate({})],
  [
    'draft',
    'draft-circular',
    () => {
      const draft = { stops: [] }
      draft.stops.push(draft)
      browser.saveDraft(draft)
    },
  ],
  [
    'countdown',
    'countdown',
    () => {
      browser.countDown({ seconds: -1, name: `sale ${id()}` })
      return wait()
    },
  ],
  [
    'reject.object',
    'reject-object',
    () => {
      Promise.reject({ code: id(), reason: 'quota' })
      return wait()
    },
  ],
  [
    'reject.text',
    'reject-text',
    () => {
      Promise.reject('payment window closed')
      return wait()
    },
  ],
  [
    'reject.event',
    'reject-event',
    () =>
      new Promise((_, no) => {
        const img = new Image()
        img.onerror = no
        img.src = '/none.png'
      }),
  ],
  ['any', 'any-mirrors', () => Promise.any([api.offline('/a'), api.offline('/b')])],
  ['message', 'msg-basket', () => Sentry.captureMessage(`Basket ${id()} was emptied by the server`)],
  ['message.level', 'msg-fps', () => Sentry.captureMessage(`Map renders at ${id() % 20} fps`, 'warning')],
  ['console', 'console-text', () => console.error('planner: tiles are stale', id())],
  [
    'console.error',
    'console-error',
    () => console.error('planner', new Error(`planner worker ${id()} stopped`)),
  ],
]
