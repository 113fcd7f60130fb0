import { useMemo } from 'react'

function DayCard({ day }) {
  const walking = useMemo(() => day.legs.filter((leg) => leg.mode === 'walk').length, [day])
  return <li>{walking} walks</li>
}

export function Itinerary({ days }) {
  return (
    <ol>
      {days.map((day, index) => (
        <DayCard key={index} day={day} />
      ))}
    </ol>
  )
}
