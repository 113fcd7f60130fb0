import { ActionIcon, Button } from '@mantine/core'
import { CircleQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import classes from './search-help.module.css'

const ways = [
  ['timeout', 'A word or its beginning, in titles, messages, frames, breadcrumbs and tags.'],
  ['"card declined"', 'Whole words only, in any order.'],
  ['is:unresolved', 'Also resolved, archived, new, ongoing, regressed, handled, unhandled.'],
  ['level:error', 'Also fatal, warning, info, debug.'],
  ['type:TypeError', 'The type of the exception. Likewise platform:node.'],
  ['!level:info', 'The opposite: any other level.'],
  ['SHOP-1A', 'The id of an issue.'],
  ['9f3c51e0…', 'The id of an event, with or without dashes: its issue.'],
] as const

/** A button that opens all that can be written into the search box. */
export function SearchHelp() {
  const [isOpen, setIsOpen] = useState(false)
  const close = (): void => setIsOpen(false)
  return (
    <>
      <ActionIcon size={30} variant="default" aria-label="Search help" onClick={() => setIsOpen(true)}>
        <CircleQuestionMark size={16} aria-hidden />
      </ActionIcon>
      {isOpen && (
        <Dialog title="What can be searched" onClose={close}>
          <p>An issue is found when everything that you write holds for it.</p>
          <dl className={classes.ways}>
            {ways.map(([example, meaning]) => (
              <div key={example}>
                <dt>
                  <code>{example}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.muted}>
            Of frames the function, file and module are searched, of breadcrumbs the message and category.
            Capital letters are the same as small ones. What just came is found a little later.
          </p>
          <DialogActions>
            <Button size="xs" onClick={close}>
              Close
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
