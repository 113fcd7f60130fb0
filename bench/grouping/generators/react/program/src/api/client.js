export class ApiError extends Error {
  constructor(response, path) {
    super(`${response.status} on ${path}`)
    this.name = 'ApiError'
  }
}

async function request(path, options) {
  const response = await fetch(path, options)
  if (!response.ok) throw new ApiError(response, path)
  return response.json()
}

export const loadTrip = (id) => request(`/api/trips/${id}`)
export const loadHotels = (city) => request(`/api/hotels?city=${city}`)
export const loadConfig = () => request('/config.json')
export const pay = (amount) => request('/api/pay', { method: 'POST', body: JSON.stringify({ amount }) })
export const offline = (path) => request(`http://127.0.0.1:9${path}`)
export async function search(text, ms) {
  const abort = new AbortController()
  setTimeout(() => abort.abort(), ms)
  return request(`/slow?q=${text}`, { signal: abort.signal })
}
