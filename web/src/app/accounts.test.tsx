import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type Session } from '../lib/api.ts'
import { renderApp } from '../testing/render-app.tsx'

const signedIn: Session = {
  state: 'signed-in',
  account: { id: '1', name: 'Ada', email: 'ada@example.com' },
}
const unclaimed = () => Promise.resolve<Session>({ state: 'setup', account: null })
const signedOut = () => Promise.resolve<Session>({ state: 'signed-out', account: null })

it('brings somebody who signs in to the page that was asked for', async () => {
  const signIn = vi.fn(() => Promise.resolve(signedIn))
  const { user, url } = renderApp('/issues/SHOP-1', { session: signedOut, signIn })
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'correct horse')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(url()).toBe('/issues/SHOP-1'))
  expect(signIn).toHaveBeenCalledWith({ email: 'ada@example.com', password: 'correct horse' })
})

it('goes to no other site after signing in', async () => {
  const { user, url } = renderApp('/sign-in?next=//evil.example/', {
    session: signedOut,
    signIn: () => Promise.resolve(signedIn),
  })
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'correct horse{Enter}')
  await waitFor(() => expect(url()).toBe('/issues'))
})

it('shows the sign-in when the session ends', async () => {
  const session = vi.fn(signedOut)
  session.mockResolvedValueOnce(signedIn)
  renderApp('/issues', {
    session,
    issues: () => Promise.reject(new ApiError('unauthorized', 'Sign in first.')),
  })
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
})

it('creates the first account with the token of the link, then asks for a project', async () => {
  const setUp = vi.fn(() => Promise.resolve(signedIn))
  const { user, url } = renderApp('/setup?token=once', { session: unclaimed, setUp })
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'correct horse')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  await waitFor(() => expect(url()).toBe('/projects/new'))
  expect(setUp).toHaveBeenCalledWith({
    token: 'once',
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse',
  })
})

it('shows at the field what is wrong with it', async () => {
  const setUp = () =>
    Promise.reject(new ApiError('invalid', 'Bad.', { password: 'Use at least 10 characters.' }))
  const { user } = renderApp('/setup?token=once', { session: unclaimed, setUp })
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'short{Enter}')
  expect(await screen.findByText('Use at least 10 characters.')).toBeVisible()
})

it.each([
  ['Sign in', signedOut],
  ['Go to the issues', () => Promise.resolve(signedIn)],
])('says of a used link that there is an account, and offers "%s"', async (name, session) => {
  renderApp('/setup?token=once', { session })
  expect(await screen.findByRole('heading', { name: 'There is an account already' })).toBeVisible()
  expect(screen.getByRole('link', { name })).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('says where the right link is when the server does not know this one', async () => {
  const setUp = () => Promise.reject(new ApiError('forbidden', 'No.'))
  const { user } = renderApp('/setup?token=wrong', { session: unclaimed, setUp })
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'correct horse{Enter}')
  expect(await screen.findByRole('heading', { name: 'This link is not valid' })).toBeVisible()
  expect(screen.getByText(/prints a link on its console/)).toBeVisible()
})
