import classes from './grouping.module.css'

const matchers = [
  ['type:TimeoutError', 'the type of the error'],
  ['message:"*timed out*"', 'its message; quotes where there are spaces'],
  ['logger:billing.*', 'the logger'],
  ['release:shop@1.*', 'the release'],
  ['tags.tenant:acme', 'the value of a tag'],
  ['function: module: path:', 'of one frame; several of them are asked of the same frame'],
]

const actions = [
  ['-> fingerprint checkout {{ tags.tenant }}', 'all that match are one issue for each such text'],
  ['-> add-part {{ tags.tenant }}', 'the same as without the rule, and apart by this'],
  ['-> drop-part template', 'the same as without the rule, but this part no longer counts'],
  ['-> in-app, -> not-in-app', 'whether a frame is the application’s'],
  ['-> helper', 'a function that many call: its caller says where it happened'],
]

const examples = `# Every time-out of the payment gateway is one issue
type:TimeoutError module:payments/* -> fingerprint payment-timeout
# Tenants are separate installations
tags.tenant:* -> add-part {{ tags.tenant }}
path:*/generated/* -> not-in-app`

/** The language of the rules at one glance. */
export function RulesHelp() {
  return (
    <details className={classes.help}>
      <summary>How rules are written</summary>
      <p>
        A rule is a line: what must hold of an event, then <code>-&gt;</code>, then what to do. All of it must
        hold; <code>!</code> before a matcher turns it round, <code>*</code> stands for any text and{' '}
        <code>?</code> for one sign. After <code>#</code> comes a comment.
      </p>
      <pre>
        <code>{examples}</code>
      </pre>
      <div className={classes.tables}>
        <Words title="What must hold" words={matchers} />
        <Words title="What to do" words={actions} />
      </div>
      <p>
        The parts that a rule can drop are named where an issue says why its events are one. Variables are{' '}
        <code>{'{{ default }}'}</code>, <code>{'{{ type }}'}</code>, <code>{'{{ message }}'}</code>,{' '}
        <code>{'{{ transaction }}'}</code>, <code>{'{{ function }}'}</code>, <code>{'{{ module }}'}</code>,{' '}
        <code>{'{{ path }}'}</code>, <code>{'{{ logger }}'}</code>, <code>{'{{ level }}'}</code> and{' '}
        <code>{'{{ tags.KEY }}'}</code>.
      </p>
    </details>
  )
}

function Words({ title, words }: { title: string; words: string[][] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {words.map(([word, meaning]) => (
          <div key={word}>
            <dt>
              <code>{word}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
