import { eq } from 'drizzle-orm'
import { client, db } from './index.js'
import { articles, authors, ghosts } from './schema.js'

class BaseRepository {
  constructor(table) {
    this.table = table
  }

  async create(values) {
    const [row] = await db.insert(this.table).values(values).returning()
    return row
  }

  async findOrFail(id) {
    const [row] = await db.select().from(this.table).where(eq(this.table.id, id))
    if (!row) throw new Error(`Entity with id ${id} not found`)
    return row
  }
}

export class AuthorRepository extends BaseRepository {
  constructor() {
    super(authors)
  }
}

export class ArticleRepository extends BaseRepository {
  constructor() {
    super(articles)
  }

  addViews(id, by) {
    return db.update(articles).set({ views: by }).where(eq(articles.id, id))
  }
}

export const countGhosts = () => db.select().from(ghosts)
export const rawReport = (column) => client.query(`SELECT ${column} FROM articles GROUP BY nothing`)
