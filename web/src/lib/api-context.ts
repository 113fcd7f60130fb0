import { createContext, useContext } from 'react'
import { api, type Api } from './api.ts'

/** Tests put a server of their own here. */
export const ApiContext = createContext<Api>(api)

export function useApi(): Api {
  return useContext(ApiContext)
}
