import { Kbd } from '@mantine/core'
import { useRef } from 'react'
import { useSign } from '../ui/use-key.ts'
import classes from './key-sheet.module.css'

const sheets = [
  {
    title: 'Issue list',
    keys: [
      ['j k', 'Move down, up'],
      ['Enter o', 'Open'],
      ['x', 'Select; with Shift a whole run'],
      ['r', 'Resolve'],
      ['e', 'Archive'],
      ['m', 'Merge the selected'],
      ['/', 'Search'],
      ['Esc', 'Clear the selection'],
    ],
  },
  {
    title: 'Issue',
    keys: [
      ['h l', 'Older, newer event'],
      ['Shift+H Shift+L', 'Oldest, latest event'],
      ['r', 'Resolve or reopen'],
      ['e', 'Archive or reopen'],
      ['m', 'Merge with other issues'],
      ['Shift+P', 'Pin or unpin the event'],
      ['[ ]', 'Previous, next issue of the list'],
      ['.', 'Copy the id'],
      [',', 'Copy the link'],
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      ['g i', 'Go to the issues'],
      ['Ctrl+Z', 'Undo, while it is offered'],
      ['?', 'Show these keys'],
    ],
  },
] as const

/** All keys at one glance; `?` opens it. */
export function KeySheet() {
  const dialog = useRef<HTMLDialogElement>(null)
  useSign('?', () => dialog.current?.showModal())
  return (
    <dialog ref={dialog} className={classes.sheet} aria-labelledby="keys-title">
      <form method="dialog" className={classes.head}>
        <h2 id="keys-title">Keys</h2>
        <button type="submit">Close</button>
      </form>
      <div className={classes.groups}>
        {sheets.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((one) => (
                      <Kbd key={one}>{one}</Kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
