import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import classes from './arrival-checks.module.css'
import { compareDsn } from './compare-dsn.ts'

/** Why nothing may arrive, the most frequent mistake first. */
export function ArrivalChecks({ dsn }: { dsn: string }) {
  return (
    <ol className={classes.checks}>
      <li>
        <h3>Is it this DSN?</h3>
        <p>
          To the last digit, and where the program really runs: look at its environment, not at your file.
        </p>
        <p className={classes.dsn}>
          <code>{dsn}</code> <CopyButton text={dsn} label="Copy DSN" />
        </p>
        <DsnComparison dsn={dsn} />
      </li>
      <li>
        <h3>Can this server be reached from there?</h3>
        <p>
          Open <code>{healthOf(dsn)}</code> from that machine. A firewall, a proxy or a container’s network
          may be in the way; a container’s own <code>localhost</code> is not this server.
        </p>
      </li>
      <li>
        <h3>In a browser: is the report blocked?</h3>
        <p>
          Ad blockers hold reports back, and so do pages whose Content-Security-Policy does not name this
          server in <code>connect-src</code>. Look at the network panel for a request to{' '}
          <code>/envelope/</code>. The <code>tunnel</code> option sends reports by way of your own server.
        </p>
      </li>
      <li>
        <h3>What does the SDK say?</h3>
        <p>
          <code>debug: true</code> in <code>init</code> makes it tell what it does. A script that ends at once
          must wait for <code>flush()</code>; <code>sampleRate</code> and <code>beforeSend</code> drop events,
          too.
        </p>
      </li>
    </ol>
  )
}

function DsnComparison({ dsn }: { dsn: string }) {
  const [text, setText] = useState('')
  const differences = text.trim() === '' ? undefined : compareDsn(text.trim(), dsn)
  return (
    <div className={classes.compare}>
      <TextInput
        size="xs"
        label="Paste the DSN that your program uses"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
        autoComplete="off"
      />
      <div role="status">
        {differences?.length === 0 && <p className={classes.same}>✓ It is the same DSN.</p>}
        {differences?.map((difference) => (
          <p key={difference} className={classes.differs}>
            ✗ {difference}
          </p>
        ))}
      </div>
    </div>
  )
}

function healthOf(dsn: string): string {
  return URL.canParse(dsn) ? `${new URL(dsn).origin}/api/v1/health` : '/api/v1/health'
}
