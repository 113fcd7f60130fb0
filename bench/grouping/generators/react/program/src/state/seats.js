export function seats(state, action) {
  switch (action.type) {
    case 'seat/pick':
      return { ...state, rows: state.taken.includes(action.seat) ? 0 : 1 }
    default:
      throw new Error(`Unhandled action: ${action.type}`)
  }
}

export function createStore(reducer, state) {
  const listeners = []
  return {
    dispatch(action) {
      state = reducer(state, action)
      listeners.forEach((listener) => listener(state))
    },
    subscribe: (listener) => listeners.push(listener),
  }
}
