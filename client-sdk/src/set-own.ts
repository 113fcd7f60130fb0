/** Sets a property whatever its name: by assignment, one called `__proto__` would change the object's prototype. */
export function setOwn<Value>(target: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}
