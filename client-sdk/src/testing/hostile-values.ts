function explode(): never {
  throw new Error('a trap of the host')
}

const everyTrap: ProxyHandler<object> = {
  get: explode,
  has: explode,
  ownKeys: explode,
  getPrototypeOf: explode,
  getOwnPropertyDescriptor: explode,
  set: explode,
  defineProperty: explode,
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function withGetter(target: object, name: PropertyKey): object {
  return Object.defineProperty(target, name, { get: explode, enumerable: true })
}

function cyclic(): object {
  const value: Record<string, unknown> = { list: [] }
  value['self'] = value
  value['list'] = [value, [value]]
  return value
}

/** What a program may throw, log or attach that breaks a careless reader. */
export const hostileValues: { name: string; value: unknown }[] = [
  ...['name', 'message', 'stack', 'cause', 'errors', 'toString', 'toJSON', 'status'].map((key) => ({
    name: `an error whose ${key} throws`,
    value: withGetter(new Error('x'), key),
  })),
  {
    name: 'an error whose message cannot become text',
    value: Object.assign(new Error('x'), { message: { toString: explode } }),
  },
  { name: 'an error whose stack is a number', value: Object.assign(new Error('x'), { stack: 7 }) },
  {
    name: 'an error whose stack is huge',
    value: Object.assign(new Error('x'), { stack: 'at (:1'.repeat(1e6) }),
  },
  {
    name: 'an error whose errors are revoked',
    value: Object.assign(new Error('x'), { errors: revoked([]) }),
  },
  { name: 'an error whose cause is revoked', value: new Error('x', { cause: revoked({}) }) },
  { name: 'an object whose getter throws', value: withGetter({ kept: 1 }, 'broken') },
  { name: 'an object whose toString throws', value: { toString: explode } },
  { name: 'an object whose toJSON throws', value: { toJSON: explode } },
  { name: 'an object whose then throws', value: withGetter({}, 'then') },
  { name: 'an object whose primitive throws', value: { [Symbol.toPrimitive]: explode } },
  { name: 'an object without a prototype', value: Object.create(null) },
  { name: 'an object with an own __proto__', value: JSON.parse('{"__proto__": {"isAdmin": true}}') },
  { name: 'a cyclic object', value: cyclic() },
  { name: 'a proxy all of whose traps throw', value: new Proxy({}, everyTrap) },
  { name: 'an error behind such a proxy', value: new Proxy(new Error('x'), everyTrap) },
  { name: 'a revoked proxy', value: revoked({}) },
  { name: 'a revoked proxy of an array', value: revoked([]) },
  {
    name: 'an object of 100,000 keys',
    value: Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`k${at}`, at])),
  },
  { name: 'a sparse array without end', value: Object.assign([], { length: 2 ** 32 - 1 }) },
  { name: 'a text of ten million characters', value: 'x'.repeat(1e7) },
  { name: 'bytes without end', value: new Uint8Array(1e7) },
  { name: 'a map of itself', value: new Map().set('a', new Map([[{}, new Set([1])]])) },
  { name: 'an invalid date', value: new Date(Number.NaN) },
  { name: 'a symbol', value: Symbol('s') },
  { name: 'a big integer', value: 12n },
  { name: 'not a number', value: Number.NaN },
]
