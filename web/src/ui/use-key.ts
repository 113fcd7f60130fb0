import { useHotkeys, type Options } from 'react-hotkeys-hook'

// The library takes every form control for a place to type in; we look closer.
const always: Options = { enableOnFormTags: true, preventDefault: true }

/** Does something at a key. Keys are dead where somebody types, and while a dialog or a list is open. */
export function useKey(keys: string, act: (event: KeyboardEvent) => void, isOn = true): void {
  useHotkeys(keys, act, { ...always, enabled: isOn, ignoreEventWhen: isDead })
}

/** Like `useKey`, for a sign such as `/` or `?` that keyboards have in different places. */
export function useSign(sign: string, act: () => void): void {
  useHotkeys('*', act, { ...always, ignoreEventWhen: (event) => !isSign(event, sign) || isDead(event) })
}

/** Two keys one after the other, such as `g>i`. */
export function useSequence(keys: string, act: () => void): void {
  // The library does not ask `ignoreEventWhen` about these, and takes them with any modifier.
  const isOff = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey || isDead(event)
  useHotkeys(keys, (event) => isOff(event) || act(), { ...always, preventDefault: (event) => !isOff(event) })
}

/** Enter on a link, a box or a button is theirs; elsewhere it does this. */
export function useEnter(act: () => void): void {
  useHotkeys('enter', act, { ignoreEventWhen: (event) => event.target !== document.body || isDead(event) })
}

/** With AltGr some keyboards say that Ctrl and Alt are held; it is how they write signs. */
function isSign(event: KeyboardEvent, sign: string): boolean {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey
  return event.key === sign && (!isCommand || event.getModifierState('AltGraph'))
}

function isDead({ target }: KeyboardEvent): boolean {
  const isTyping = target instanceof Element && target.closest(textFields) !== null
  return isTyping || document.querySelector(overlays) !== null
}

const otherInputs = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']
const textFields = [
  `input${otherInputs.map((type) => `:not([type=${type}])`).join('')}`,
  'textarea',
  '[contenteditable=true]',
].join()

// Browsers that do not know of open lists keep the keys of one to themselves.
const overlays = CSS.supports('selector(select:open)') ? 'dialog[open], select:open' : 'dialog[open]'
