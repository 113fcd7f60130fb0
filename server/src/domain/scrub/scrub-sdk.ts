import type { Event } from '../event/event.ts'
import { mapSame, replaced } from './keep-same.ts'
import { scrubTexts } from './scrub-fields.ts'
import { scrubObject } from './scrub-json.ts'
import { scrubBareText } from './scrub-text.ts'
import { inside, type Walk } from './walk.ts'

type Sdk = NonNullable<Event['sdk']>

const nameAndVersion = ['name', 'version'] as const

/** What the client is: names and versions, and settings that anybody may add to. */
export function scrubSdk(sdk: Sdk, walk: Walk): Sdk {
  const { integrations = [], packages = [], settings = {} } = sdk
  const clean = {
    integrations: inside(walk, 'integrations', () =>
      mapSame(integrations, (name, at) => scrubBareText(name, String(at), walk, 'path')),
    ),
    packages: inside(walk, 'packages', () =>
      mapSame(packages, (one, at) =>
        inside(walk, String(at), () => scrubTexts(one, nameAndVersion, walk, 'path')),
      ),
    ),
    settings: inside(walk, 'settings', () => scrubObject(settings, undefined, walk)),
  }
  let scrubbed = scrubTexts(sdk, nameAndVersion, walk, 'path')
  if (clean.integrations !== integrations) scrubbed = replaced(scrubbed, 'integrations', clean.integrations)
  if (clean.packages !== packages) scrubbed = replaced(scrubbed, 'packages', clean.packages)
  if (clean.settings !== settings) scrubbed = replaced(scrubbed, 'settings', clean.settings)
  return scrubbed
}
