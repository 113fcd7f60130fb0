import { useNavigate } from '@tanstack/react-router'
import type { ReleaseList } from '../../../lib/api.ts'
import { formatExact } from '../../../lib/formats.ts'
import { useProject, useReleases } from '../../../lib/project-queries.ts'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { ScrollTable } from '../../../ui/scroll-table.tsx'
import { Select } from '../../../ui/select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import { NoReleases } from './no-releases.tsx'
import classes from './releases.module.css'
import { ShareFree } from './share-free.tsx'

type Release = ReleaseList['items'][number]

interface ReleasesPageProps {
  slug: string
  environment: string | undefined
}

/** How each release does where it runs: who met with a crash, and who did not. */
export function ReleasesPage({ slug, environment }: ReleasesPageProps) {
  const { project } = useProject(slug)
  usePageTitle(`Releases of ${project?.name ?? slug}`)
  const { data, error, refetch } = useReleases(slug)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Releases</h1>
        {data !== undefined && data.items.length > 0 && (
          <EnvironmentSelect slug={slug} environment={environment} items={data.items} />
        )}
      </div>
      {error !== null && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the releases" heights={[240]} />}
      {data?.items.length === 0 && <NoReleases />}
      {data !== undefined && data.items.length > 0 && (
        <Releases
          items={data.items.filter((item) => environment === undefined || item.environment === environment)}
        />
      )}
    </div>
  )
}

function EnvironmentSelect({ slug, environment, items }: ReleasesPageProps & { items: Release[] }) {
  const navigate = useNavigate()
  const names = [...new Set(items.map((item) => item.environment))].toSorted()
  if (environment !== undefined && !names.includes(environment)) names.push(environment)
  return (
    <Select
      label="Environment"
      value={environment ?? ''}
      options={[{ value: '', name: 'All' }, ...names.map((name) => ({ value: name, name: name || 'none' }))]}
      onChange={(value) =>
        void navigate({
          to: '/projects/$slug/releases',
          params: { slug },
          search: value === '' ? {} : { environment: value },
        })
      }
    />
  )
}

const columns = [
  { name: 'Release' },
  { name: 'Environment' },
  { name: 'Sessions', isNumber: true },
  { name: 'Crash-free sessions', isNumber: true },
  { name: 'Users', isNumber: true },
  { name: 'Crash-free users', isNumber: true },
  { name: 'Last seen', isNumber: true },
]

function Releases({ items }: { items: Release[] }) {
  if (items.length === 0)
    return <p className={classes.muted}>No release has reported from this environment.</p>
  return (
    <ScrollTable label="Releases" columns={columns}>
      {items.map((item) => (
        <tr key={JSON.stringify([item.release, item.environment])}>
          <th scope="row" className={classes.release}>
            {item.release}
          </th>
          <td>{item.environment}</td>
          <td
            data-number
            title={`${formatExact(item.errored)} with errors, ${formatExact(item.crashed)} crashed`}
          >
            {formatExact(item.sessions)}
          </td>
          <td data-number>
            <ShareFree all={item.sessions} crashed={item.crashed} what="sessions" />
          </td>
          <td data-number>{formatExact(item.users)}</td>
          <td data-number>
            <ShareFree all={item.users} crashed={item.crashedUsers} what="users" />
          </td>
          <td data-number>
            <Time iso={item.lastSeen} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  )
}
