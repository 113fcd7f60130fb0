export const formatFare = (fare) => fare.amount.toFixed(2)

export function FareTable({ fares, pick }) {
  const best = pick ? fares.find((fare) => fare.id === pick) : fares[0]
  return <b>{formatFare(best)}</b>
}

export function BestFareBadge({ fare }) {
  return <i>{formatFare(fare)}</i>
}
