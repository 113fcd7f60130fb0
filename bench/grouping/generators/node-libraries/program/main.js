import * as Sentry from '@sentry/node'
import http from 'node:http'
import { createApp } from './src/web/app.js'
import { caller } from './src/web/trpc.js'
import * as graph from './src/web/graphql.js'
import { ArticleService } from './src/services/articles.js'
import * as remote from './src/services/remote.js'
import * as sessions from './src/services/sessions.js'
import * as validation from './src/services/validation.js'

let current = {}
Sentry.init({
  dsn: process.env.DSN,
  release: process.env.RELEASE,
  beforeSend: (event) => ({ ...event, tags: current }),
})

const id = () => Math.floor(Math.random() * 1e6) + 100
const word = () => Math.random().toString(36).slice(2, 10).replace(/\d/g, 'q')
const service = new ArticleService()

async function serve(handler, run) {
  const server = http.createServer(handler).listen(0, '127.0.0.1')
  await new Promise((r) => server.once('listening', r))
  try {
    return await run(`http://127.0.0.1:${server.address().port}`)
  } finally {
    server.closeAllConnections()
  }
}
const answer =
  (status, body = '{}') =>
  (req, res) =>
    res.writeHead(status).end(body)
const request = (path, options) =>
  serve(createApp(Sentry), (base) => fetch(base + path, options).then((r) => r.text()))
const post = (body) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } })
const twice = async (act) => {
  const value = `${word()}`
  await act(value)
  await act(value)
}

const scenarios = [
  ['author.twice', 'author-email', () => twice((v) => service.signUp(`${v}@x.example`))],
  ['author.null', 'author-no-email', () => service.signUp(null)],
  ['article.twice', 'article-slug', () => twice((slug) => service.publish(null, slug))],
  ['article.import', 'article-slug', () => twice((slug) => service.importAll([{ author: null, slug }]))],
  ['article.author', 'article-author', () => service.publish(id(), word())],
  ['article.views', 'article-views', () => service.discredit(id())],
  ['article.missing', 'article-missing', () => service.show(id())],
  ['http.article', 'article-missing', () => request(`/articles/${id()}`)],
  ['author.missing', 'author-missing', () => service.profile(id())],
  ['http.author', 'author-missing', () => request(`/authors/${id()}`)],
  ['ghosts', 'ghosts-table', () => service.ghosts()],
  ['report', 'report-column', () => service.report()],
  ['token.expired', 'token-expired', () => sessions.verify(sessions.issue(id(), -5))],
  ['token.malformed', 'token-malformed', () => sessions.verify(word())],
  ['http.token', 'token-malformed', () => request('/me', { headers: { authorization: `Bearer ${word()}` } })],
  ['http.anonymous', 'authorization-undefined', () => request('/me')],
  ['joi', 'newsletter-email', () => validation.checkNewsletter({ email: word() })],
  [
    'joi.weekly',
    'newsletter-weekly',
    () => validation.checkNewsletter({ email: `${word()}@example.com`, weekly: word() }),
  ],
  ['yup', 'profile-nick', () => validation.checkProfile({ nick: 'a' })],
  ['yup.age', 'profile-age', () => validation.checkProfile({ nick: word(), age: -id() })],
  ['ajv', 'comment-text', () => validation.checkComment({})],
  ['ajv.http', 'comment-text', () => request('/comments', post('{}'))],
  ['mongoose', 'tag-name', () => validation.checkTag({ rank: 1 })],
  ['mongoose.rank', 'tag-rank', () => validation.checkTag({ name: 'abc', rank: word() })],
  ['body.json', 'body-json', () => request('/comments', post(`{"text": ${word()}`))],
  [
    'body.large',
    'body-large',
    () => request('/comments', post(JSON.stringify({ text: 'x'.repeat(300 + (id() % 99)) }))),
  ],
  ['got.404', 'feed-404', () => serve(answer(404), (base) => remote.loadFeed(base, word()))],
  ['got.429', 'feed-429', () => serve(answer(429), (base) => remote.loadFeed(base, word()))],
  ['got.html', 'feed-html', () => serve(answer(200, '<html>'), (base) => remote.loadFeed(base, word()))],
  ['got.retry', 'feed-404', () => serve(answer(404), (base) => remote.loadFlaky(base, word()))],
  ['got.post', 'digest-500', () => serve(answer(500), (base) => remote.pushDigest(base, {}))],
  [
    'got.timeout',
    'feed-timeout',
    () =>
      serve(
        () => {},
        (base) => remote.loadFeed(base, word()),
      ),
  ],
  ['got.refused', 'feed-refused', () => remote.loadFeed('http://127.0.0.1:9', word())],
  ['execa', 'render-font', () => remote.render(`${word()}.pdf`)],
  ['execa.missing', 'convert-missing', () => remote.convert(`${word()}.md`)],
  ['graphql', 'article-withdrawn', () => graph.run(`{ article(id: -${id()}) { title } }`)],
  ['graphql.null', 'words-null', () => graph.run(`{ article(id: ${id()}) { words } }`)],
  ['graphql.syntax', 'query-syntax', () => graph.run(`{ article(id: ${id()}`)],
  ['graphql.field', 'query-field', () => graph.run(`{ article(id: 1) { ${word()} } }`)],
  ['trpc.long', 'name-too-long', () => caller.rename(`${word()} ${word()}`)],
  ['trpc.missing', 'rename-undefined', () => caller.rename('abc')],
  ['trpc.archive', 'archive-readonly', () => caller.archive()],
]

for (const [name, truth, act] of scenarios) {
  current = { case: name, truth }
  try {
    await act()
  } catch (error) {
    Sentry.captureException(error)
  }
  await new Promise((resolve) => setTimeout(resolve, 30))
  await Sentry.flush(2000)
}
process.exit(0)
