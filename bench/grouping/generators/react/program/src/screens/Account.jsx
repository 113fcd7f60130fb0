import { createContext, useContext } from 'react'

const Session = createContext(null)

export function useSession() {
  const session = useContext(Session)
  if (session === null) throw new Error('useSession must be used within a SessionProvider')
  return session
}

function Avatar() {
  return <img alt={useSession().name} />
}

function Greeting() {
  return <p>Hi {useSession().name}</p>
}

export const Account = ({ compact }) => (compact ? <Avatar /> : <Greeting />)
