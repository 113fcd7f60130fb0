import { Link, useParams } from '@tanstack/react-router'
import { SwitchField } from '../../../ui/switch-field.tsx'
import type { SwitchName } from './draft.ts'
import { LinesField } from './lines-field.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

const switches: { name: SwitchName; label: string; description: string }[] = [
  {
    name: 'filters.browserExtensions',
    label: 'Errors of browser extensions',
    description: 'Raised in the code of an extension, or with a text that only extensions cause.',
  },
  {
    name: 'filters.localhost',
    label: 'Events from localhost',
    description: 'From pages and servers that call themselves localhost, 127.0.0.1 or ::1.',
  },
  {
    name: 'filters.oldBrowsers',
    label: 'Old browsers',
    description:
      'Internet Explorer, Opera Mini, and those before Chrome 80, Firefox 78, Safari 13 and Opera 67.',
  },
  {
    name: 'filters.crawlers',
    label: 'Crawlers',
    description: 'Search engines, link previews and other machines that say so in their User-Agent.',
  },
]

export function FiltersSection({ form }: { form: SettingsForm }) {
  const { slug = '' } = useParams({ strict: false })
  return (
    <fieldset className={classes.section} id="filters">
      <legend>
        <h2>Inbound filters</h2>
      </legend>
      <p className={classes.muted}>
        What matches one of these is dropped and only counted: see{' '}
        <Link to="/projects/$slug/events" params={{ slug }} search={{ outcome: 'filtered' }}>
          what was filtered
        </Link>
        .
      </p>
      {switches.map(({ name, label, description }) => (
        <SwitchField
          key={name}
          label={label}
          description={description}
          isOn={form.draft.switches[name]}
          onChange={(isOn) => form.turn(name, isOn)}
        />
      ))}
      <p className={classes.muted}>
        In the lists below <code>*</code> stands for any text and <code>?</code> for one character; capital
        letters are the same as small ones.
      </p>
      <div className={classes.columns}>
        <LinesField
          form={form}
          name="filters.messages"
          label="Messages"
          description="The message, also as “Type: message”."
          placeholder={'*ResizeObserver loop*\nNetworkError*'}
        />
        <LinesField
          form={form}
          name="filters.types"
          label="Types"
          description="The type of any exception of the event."
          placeholder={'AbortError\n*Timeout*'}
        />
        <LinesField
          form={form}
          name="filters.releases"
          label="Releases"
          description="The whole name of the release."
          placeholder="shop@1.*"
        />
        <LinesField
          form={form}
          name="filters.environments"
          label="Environments"
          description="The name of the environment."
          placeholder={'development\npreview-*'}
        />
      </div>
    </fieldset>
  )
}
