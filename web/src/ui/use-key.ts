import { useHotkeys } from 'react-hotkeys-hook'

/** Does something at a key. Keys are dead where somebody types, and while a dialog is open. */
export function useKey(keys: string, act: (event: KeyboardEvent) => void, isOn = true): void {
  useHotkeys(keys, act, { enabled: isOn, preventDefault: true, ignoreEventWhen: isDialogOpen })
}

/** Like `useKey`, for a sign such as `/` or `?` that keyboards have in different places. */
export function useSign(sign: string, act: () => void): void {
  useHotkeys(sign, act, { useKey: true, preventDefault: true, ignoreEventWhen: isDialogOpen })
}

/** Enter on a link, a box or a button is theirs; elsewhere it does this. */
export function useEnter(act: () => void): void {
  useHotkeys('enter', act, {
    ignoreEventWhen: (event) => event.target !== document.body || isDialogOpen(),
  })
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}
