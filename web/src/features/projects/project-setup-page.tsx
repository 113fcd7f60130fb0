import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useProject } from '../../lib/project-queries.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { FirstEvent } from './first-event.tsx'
import classes from './projects.module.css'
import { guideFor, isPlatform, platforms } from './snippets.ts'

/** From a DSN to the first event, step by step. */
export function ProjectSetupPage({ slug, platform }: { slug: string; platform: string }) {
  usePageTitle(`Set up ${slug}`)
  const { project } = useProject(slug)
  if (project === undefined || project === null) return null
  const guide = guideFor(isPlatform(platform) ? platform : 'node', project.dsn)
  return (
    <div className={classes.page}>
      <h1>Report errors from {project.name}</h1>
      <section>
        <h2>DSN</h2>
        <Snippet code={project.dsn} />
        <p className={classes.muted}>
          It says where to report to. It is public by design: who has it can send events, and read nothing.
        </p>
        <p className={classes.muted}>
          Already using a Sentry SDK? Keep it: any of them reports here with this DSN.
        </p>
      </section>
      <PlatformTabs slug={slug} platform={platform} />
      <section>
        <h2>1. Install</h2>
        <Snippet code={guide.install} />
      </section>
      <section>
        <h2>2. Start it before the rest of your program</h2>
        <Snippet code={guide.init} />
      </section>
      <section>
        <h2>3. Throw a test error</h2>
        <Snippet code={guide.test} />
      </section>
      <FirstEvent project={project} />
    </div>
  )
}

function PlatformTabs({ slug, platform }: { slug: string; platform: string }) {
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label="Platform"
      value={isPlatform(platform) ? platform : 'node'}
      data={platforms.map((value) => ({ value, label: guideFor(value, '').name }))}
      onChange={(value) =>
        void navigate({
          to: '/projects/$slug/setup',
          params: { slug },
          search: { platform: value },
          replace: true,
        })
      }
    />
  )
}

function Snippet({ code }: { code: string }) {
  return (
    <div className={classes.snippet}>
      {/* A long line scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  )
}
