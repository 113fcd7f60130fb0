import { describe, expect, test } from 'vitest'
import { ensureInstallation } from '../store/installation.ts'
import type { Store } from '../store/store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { defaultPageSettings, defaultProjectSettings } from '../domain/project-settings.ts'
import { addProject } from './create-project.ts'
import { findProject } from '../store/find-project.ts'
import { loadProjectDirectory } from './project-directory.ts'
import { getProject, listProjects } from './read-projects.ts'
import { readSettings } from './read-settings.ts'
import { changeSettings } from './settings.ts'

const origin = 'https://mishap.example.com'

onBothEngines((open) => {
  async function openInstalled(): Promise<Store> {
    const store = await open()
    await ensureInstallation(store, 0)
    return store
  }

  test('a project is made with a slug, a prefix and a DSN', async () => {
    const { reader, ...store } = await openInstalled()
    const id = await addProject({ reader, ...store }, { name: 'Web Shop', platform: 'node' }, 1000)
    const project = await getProject(reader, id, origin)
    expect(project).toEqual({
      id: String(id),
      slug: 'web-shop',
      name: 'Web Shop',
      platform: 'node',
      shortPrefix: 'WEB',
      dsn: expect.stringMatching(new RegExp(`^https://[0-9a-f]{32}@mishap.example.com/${id}$`)),
      createdAt: '1970-01-01T00:00:01.000Z',
      firstEventAt: null,
      lastEventAt: null,
      issueCount: 0,
    })
  })

  test('two projects never share a prefix', async () => {
    const store = await openInstalled()
    await addProject(store, { name: 'web a' }, 0)
    await addProject(store, { name: 'web b' }, 0)
    const projects = await listProjects(store.reader, origin)
    expect(projects.map(({ shortPrefix }) => shortPrefix)).toEqual(['WEB', 'WEBB'])
  })

  test('a slug that is taken is refused, and names the field to change', async () => {
    const store = await openInstalled()
    await addProject(store, { name: 'Shop' }, 0)
    await expect(addProject(store, { name: 'Other', slug: 'shop' }, 0)).rejects.toMatchObject({
      code: 'conflict',
      fields: { slug: expect.stringContaining('"shop"') },
    })
    expect(await listProjects(store.reader, origin)).toHaveLength(1)
  })

  test('projects whose names make the same slug are numbered, and none is called like a page', async () => {
    const store = await openInstalled()
    for (const name of ['日本', 'ß', 'Project', 'New', 'x'.repeat(60), 'x'.repeat(70)]) {
      await addProject(store, { name }, 0)
    }
    const slugs = (await listProjects(store.reader, origin)).map(({ slug }) => slug)
    expect(slugs.toSorted()).toEqual([
      'new-2',
      'project',
      'project-2',
      'project-3',
      `${'x'.repeat(48)}-2`,
      'x'.repeat(50),
    ])
  })

  test('a project is found by slug or id, and an id that there is goes before a slug of digits', async () => {
    const store = await openInstalled()
    const first = await addProject(store, { name: 'Shop' }, 0)
    const second = await addProject(store, { name: 'Other', slug: String(first) }, 0)
    const third = await addProject(store, { name: 'Third', slug: '4711' }, 0)
    const find = (name: string) => findProject(store.reader, name)
    expect(await Promise.all(['shop', String(first), String(second), '4711'].map(find))).toEqual([
      first,
      first,
      second,
      third,
    ])
    await expect(find('cellar')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of two equal slugs at once one is refused', async () => {
    const store = await openInstalled()
    const both = [1, 2].map(() => addProject(store, { name: 'Shop', slug: 'shop' }, 0))
    const results = await Promise.allSettled(both)
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict' } },
    ])
  })

  test('the directory finds a key that was made after it was loaded', async () => {
    const store = await openInstalled()
    const directory = await loadProjectDirectory(store.reader, () => {})
    const id = await addProject(store, { name: 'Shop' }, 0)
    const { dsn } = await getProject(store.reader, id, origin)
    const publicKey = new URL(dsn).username
    expect(await directory.findKey(publicKey)).toEqual({
      projectId: id,
      publicKey,
      status: 'active',
      settings: defaultProjectSettings,
    })
    expect(await directory.findKey('0'.repeat(32))).toBeUndefined()
    expect([id, id + 1].map(directory.hasProject)).toEqual([true, false])
  })

  test('the directory tells of settings when it is loaded and when they change', async () => {
    const store = await openInstalled()
    const projectId = await addProject(store, { name: 'Shop' }, 0)
    const loads: (number | null | undefined)[] = []
    const directory = await loadProjectDirectory(store.reader, (settings) =>
      loads.push(settings.get(projectId)?.limits.keyPerMinute),
    )
    await directory.refresh()
    const limits = { ...defaultPageSettings.limits, keyPerMinute: 60 }
    await store.write(changeSettings, {
      projectId,
      settings: { ...defaultPageSettings, limits },
      version: '*',
    })
    await directory.refresh()
    expect(loads).toEqual([null, 60])
  })
})

describe('the settings of a row', () => {
  test.each([
    ['nothing', null],
    ['an older version', '{"limits":{"keyPerMinute":null}}'],
    ['something else', '[]'],
  ])('that holds %s are the defaults', (_, json) => {
    expect(readSettings(json)).toEqual(defaultPageSettings)
  })

  test('that nobody could have written are the defaults', () => {
    expect(readSettings('{"limits":{"keyPerMinute":"many"}}')).toEqual(defaultPageSettings)
  })

  test('keep what was changed', () => {
    const { scrubbing } = readSettings('{"scrubbing":{"words":["ssn"]}}')
    expect(scrubbing).toEqual({ ...defaultPageSettings.scrubbing, words: ['ssn'] })
  })
})
