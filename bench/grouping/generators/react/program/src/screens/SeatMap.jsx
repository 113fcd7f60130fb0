import invariant from 'tiny-invariant'
import { useReducer } from 'react'
import { seats } from '../state/seats.js'

export function SeatMap({ plane, action }) {
  invariant(plane, 'seat map needs a plane')
  invariant(plane.rows > 0, 'plane without rows')
  const [state] = useReducer(seats, plane, (start) => seats(start, action))
  return <p>{state.rows}</p>
}
