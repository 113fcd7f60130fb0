import { SwitchField } from '../../../ui/switch-field.tsx'
import { LinesField } from './lines-field.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

export function ScrubbingSection({ form }: { form: SettingsForm }) {
  const { switches } = form.draft
  return (
    <fieldset className={classes.section} id="scrubbing">
      <legend>
        <h2>Scrubbing</h2>
      </legend>
      <p className={classes.muted}>
        Secrets and personal data are taken out before an event is stored. Each removal leaves a mark in the
        event that says why.
      </p>
      <SwitchField
        label="Take out secrets that are known by name or shape"
        description="Passwords, tokens, API keys, sessions, cookies and authorization headers by their names; card numbers, IBANs, US social security numbers, private keys and passwords in addresses by their shape. Also inside of messages, addresses, JSON and variables."
        isOn={switches['scrubbing.defaults']}
        onChange={(isOn) => form.turn('scrubbing.defaults', isOn)}
      />
      <SwitchField
        label="Take out IP addresses of users"
        description="The address of the user, and addresses in headers and texts. Users are then told apart by id or email alone."
        isOn={switches['scrubbing.ipAddresses']}
        onChange={(isOn) => form.turn('scrubbing.ipAddresses', isOn)}
      />
      <LinesField
        form={form}
        name="scrubbing.words"
        label="More words"
        description="Fields whose names contain one of these are taken out, too."
        placeholder={'customer_number\niban'}
      />
      <LinesField
        form={form}
        name="scrubbing.safeFields"
        label="Safe fields"
        description="Fields of exactly these names are always kept, whatever is in them."
        placeholder={'token_count\nsession_kind'}
      />
    </fieldset>
  )
}
