import { ArticleRepository, AuthorRepository, countGhosts, rawReport } from '../db/repositories.js'

export class ArticleService {
  #articles = new ArticleRepository()
  #authors = new AuthorRepository()

  signUp(email) {
    return this.#authors.create({ email })
  }

  publish(author, slug) {
    return this.#articles.create({ author, slug })
  }

  importAll(entries) {
    return Promise.all(entries.map(({ author, slug }) => this.publish(author, slug)))
  }

  async show(id) {
    return (await this.#articles.findOrFail(id)).slug
  }

  async profile(id) {
    return (await this.#authors.findOrFail(id)).email
  }

  async discredit(id) {
    const { id: article } = await this.publish(null, `s${id}`)
    return this.#articles.addViews(article, -id)
  }

  ghosts = () => countGhosts()
  report = () => rawReport('headline')
}
