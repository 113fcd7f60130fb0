import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useEnter, useKey, useSequence, useSign } from './use-key.ts'

function Keys({ onKey }: { onKey: (name: string) => void }) {
  useKey('r', () => onKey('r'))
  useSign('[', () => onKey('['))
  useSequence('g>i', () => onKey('g i'))
  useEnter(() => onKey('enter'))
  return (
    <>
      <input aria-label="box" type="checkbox" />
      <input aria-label="choice" type="radio" />
      <select aria-label="list" />
      <button type="button">button</button>
      <input aria-label="field" />
      <textarea aria-label="text" />
      <dialog aria-label="dialog" />
    </>
  )
}

function renderKeys() {
  const onKey = vi.fn<(name: string) => void>()
  render(<Keys onKey={onKey} />)
  return { onKey, user: userEvent.setup(), pressed: () => onKey.mock.calls.flat() }
}

it.each(['box', 'choice', 'list', 'button'])('takes keys while the focus is on a %s', async (name) => {
  const { user, pressed } = renderKeys()
  await user.click(screen.queryByLabelText(name) ?? screen.getByText(name))
  await user.keyboard('r[[gi')
  expect(pressed()).toEqual(['r', '[', 'g i'])
})

it.each(['field', 'text'])('takes no keys from a %s', async (name) => {
  const { user, pressed } = renderKeys()
  await user.click(screen.getByLabelText(name))
  await user.keyboard('r[[gi{Enter}')
  expect(pressed()).toEqual([])
})

it('takes no keys while a dialog is open', async () => {
  const { user, pressed } = renderKeys()
  screen.getByLabelText<HTMLDialogElement>('dialog').showModal()
  await user.keyboard('r[[gi{Enter}')
  expect(pressed()).toEqual([])
})

it('leaves Space and Enter to the box that has the focus', async () => {
  const { user, pressed } = renderKeys()
  await user.click(screen.getByLabelText('box'))
  await user.keyboard(' {Enter}')
  expect(screen.getByLabelText('box')).not.toBeChecked()
  expect(pressed()).toEqual([])
})

it('leaves commands of the browser alone', async () => {
  const { user, pressed } = renderKeys()
  await user.keyboard('{Control>}r[[gi{/Control}')
  expect(pressed()).toEqual([])
})
