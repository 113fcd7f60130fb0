/**
 * Which folder may import which. A layer may always import itself; `folders` names the others it may import, and
 * `packages`, where it is given, the only packages. `*` stands for one folder: each that it matches is a layer of
 * its own, so that they never import each other. A more exact entry takes its folder out of a wider one.
 *
 * @typedef {object} Layer
 * @property {string} of
 * @property {string[]} folders
 * @property {string[]} [types] Files of which only types may be imported.
 * @property {string[] | undefined} [packages]
 * @property {string[] | undefined} [without] Packages that it may not import.
 */

const nodeModules = ['node:*', 'node:*/**']
const drivers = ['better-sqlite3', 'pg', '@electric-sql/pglite']

/** @type {Layer[]} */
export const layers = [
  { of: 'client-sdk/src/protocol', folders: [], packages: [] },
  { of: 'client-sdk/src', folders: ['client-sdk/src/protocol'], packages: nodeModules },
  // Of the host's framework, its types.
  { of: 'client-sdk/src/express', folders: ['client-sdk/src'], packages: [...nodeModules, 'express'] },

  // Of node:net, whether a text is an address.
  { of: 'server/src/domain', folders: [], packages: ['node:crypto', 'node:net', '@mishap/sdk/protocol'] },
  { of: 'server/src/contract', folders: ['server/src/domain'], without: drivers },
  { of: 'server/src/config', folders: ['server/src/domain'], without: drivers },
  { of: 'server/src/store', folders: ['server/src/domain'] },
  { of: 'server/src/http', folders: ['server/src/domain', 'server/src/contract'], without: drivers },
  {
    of: 'server/src/*',
    folders: ['server/src/store', 'server/src/domain', 'server/src/http', 'server/src/contract'],
    without: drivers,
  },
  { of: 'server/src/cli', folders: ['server/src'] },
  { of: 'server/src/testing', folders: ['server/src'] },

  { of: 'web/src/lib', folders: ['server/src/domain/search'], types: ['server/src/contract/index.ts'] },
  { of: 'web/src/ui', folders: ['web/src/lib'] },
  { of: 'web/src/features/*', folders: ['web/src/ui', 'web/src/lib'] },
  { of: 'web/src/app', folders: ['web/src/features', 'web/src/ui', 'web/src/lib'] },
  { of: 'web/src/testing', folders: ['web/src'], types: ['server/src/contract/index.ts'] },

  { of: 'demo', folders: [] },
]

/** What tests may import besides. */
export const testing = ['server/src/testing', 'web/src/testing']
