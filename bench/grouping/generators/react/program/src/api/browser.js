export const remember = (key, size) => localStorage.setItem(key, 'x'.repeat(size))
export const money = (value, currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(value)
export const decodeLink = (link) => decodeURIComponent(link)
export const departure = (text) => new Date(text).toISOString()
export const shareState = (state) => structuredClone(state)
export const focusField = (name) => document.querySelector(`[name=${name}]`).focus()
export const pickDate = (field, format) => field.picker.open(format)
export function saveDraft(draft) {
  return JSON.stringify(draft)
}
export function countDown(from, done) {
  setTimeout(() => {
    if (from.seconds < 0) throw new Error('countdown of ' + from.name + ' went below zero')
    done()
  }, 5)
}
