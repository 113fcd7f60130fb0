import { Suspense, lazy, useEffect, useState } from 'react'
import * as Sentry from '@sentry/react'
import { Itinerary } from './screens/Itinerary.jsx'
import { FareTable } from './screens/FareTable.jsx'
import { MapPane } from './screens/MapPane.jsx'
import { SeatMap } from './screens/SeatMap.jsx'
import { Account } from './screens/Account.jsx'
import { Broken } from './screens/Broken.jsx'

const Reviews = lazy(() => import('./screens/Reviews.jsx'))
const Weather = lazy(() => import('./screens/Weather.jsx'))
const screens = { Itinerary, FareTable, MapPane, SeatMap, Account, Broken, Reviews, Weather }

export function App() {
  const [shown, show] = useState({ name: '', props: {}, guarded: true, n: 0 })
  useEffect(() => {
    window.show = (name, props, guarded = true) => show(({ n }) => ({ name, props, guarded, n: n + 1 }))
  }, [])
  const Screen = screens[shown.name]
  const content = Screen ? (
    <Suspense fallback="…">
      <Screen {...shown.props} />
    </Suspense>
  ) : null
  if (!shown.guarded) return <main key={shown.n}>{content}</main>
  return (
    <Sentry.ErrorBoundary key={shown.n} fallback={<p>Sorry</p>}>
      <main>{content}</main>
    </Sentry.ErrorBoundary>
  )
}
