/** What is different in a DSN that somebody pasted, in sentences; none if they lead to the same place. */
export function compareDsn(given: string, ours: string): string[] {
  const theirs = partsOf(given.replace(/^.*?(?=https?:)/s, '').replace(/["'`,;\s]+$/, ''))
  const own = partsOf(ours)
  if (own === undefined) return []
  if (theirs === undefined) return ['This is not a DSN: it has the form http://key@host/number.']
  return [
    theirs.protocol !== own.protocol && `It begins with ${theirs.protocol}//, ours with ${own.protocol}//.`,
    theirs.host !== own.host && `It reports to ${theirs.host}, this server is ${own.host}.`,
    theirs.path !== own.path && `Its path before the project is "${theirs.path}", ours is "${own.path}".`,
    theirs.project !== own.project && `It names project ${theirs.project}, this is project ${own.project}.`,
    theirs.key !== own.key && `Its key is ${short(theirs.key)}, ours is ${short(own.key)}.`,
  ].filter((difference) => difference !== false)
}

interface Parts {
  protocol: string
  host: string
  path: string
  key: string
  project: string
}

function partsOf(dsn: string): Parts | undefined {
  if (!URL.canParse(dsn)) return undefined
  const { protocol, host, username: key, pathname } = new URL(dsn)
  const [, path = '', project = ''] = /^(.*)\/(\d+)\/?$/.exec(pathname) ?? []
  if (key === '' || project === '') return undefined
  return { protocol, host, path, key, project }
}

function short(key: string): string {
  return key.length > 10 ? `${key.slice(0, 4)}…${key.slice(-4)}` : key
}
