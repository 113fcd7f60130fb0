/** A chain of middleware, each of which is given the next. */
module.exports = function compose(...layers) {
  return function handle(ctx) {
    function dispatch(i) {
      const layer = layers[i]
      if (!layer) return Promise.resolve()
      try {
        return Promise.resolve(layer(ctx, () => dispatch(i + 1)))
      } catch (err) {
        return Promise.reject(err)
      }
    }
    return dispatch(0)
  }
}
