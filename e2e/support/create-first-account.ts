import type { Page } from 'playwright-core'
import type { Mishap } from './mishap.ts'

/** Follows the printed link and signs Ada up, up to the question for her first project. */
export async function createFirstAccount(page: Page, { output }: Mishap): Promise<void> {
  await page.goto(/http\S+\/setup\S+/.exec(output)?.[0] ?? '')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.com')
  await page.locator('input[name="password"]').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Create a project' }).waitFor()
}
