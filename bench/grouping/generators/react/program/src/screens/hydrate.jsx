import * as Sentry from '@sentry/react'
import { hydrateRoot } from 'react-dom/client'

const TripHeader = ({ days }) => <p>{days} days in Lisbon</p>
const OfferList = ({ offers }) => (
  <ul>
    {offers.map((offer) => (
      <li key={offer}>{offer}</li>
    ))}
  </ul>
)
const options = { onRecoverableError: Sentry.reactErrorHandler() }

export const hydrateTrip = (days) =>
  hydrateRoot(document.getElementById('trip'), <TripHeader days={days} />, options)
export const hydrateOffers = (offers) =>
  hydrateRoot(document.getElementById('offer'), <OfferList offers={offers} />, options)
