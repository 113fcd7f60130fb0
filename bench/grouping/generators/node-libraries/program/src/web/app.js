import express from 'express'
import { ArticleService } from '../services/articles.js'
import { currentUser } from '../services/sessions.js'
import { checkComment } from '../services/validation.js'

const service = new ArticleService()
const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res)).catch(next)

export function createApp(Sentry) {
  const app = express()
  app.use(express.json({ limit: 200 }))
  app.get(
    '/articles/:id',
    wrap(async (req, res) => res.json(await service.show(Number(req.params.id)))),
  )
  app.get('/me', (req, res) => {
    res.json(currentUser(req.headers))
  })
  app.post('/comments', (req, res) => {
    checkComment(req.body)
    res.end()
  })
  app.get('/authors/:id', async function showAuthor(req, res) {
    res.json(await service.profile(Number(req.params.id)))
  })
  Sentry.setupExpressErrorHandler(app, { shouldHandleError: () => true })
  return app
}
