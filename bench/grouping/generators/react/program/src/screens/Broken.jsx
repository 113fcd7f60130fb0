import { useState } from 'react'

const Missing = undefined

function Loop() {
  const [n, setN] = useState(0)
  setN(n + 1)
  return n
}

function Hotel({ hotel }) {
  return <address>{hotel.address}</address>
}

export function Broken({ how }) {
  if (how === 'object') return <Hotel hotel={{ address: { street: 'a', zip: 1 } }} />
  if (how === 'loop') return <Loop />
  return <Missing />
}
