import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

export const authors = pgTable('authors', { id: serial().primaryKey(), email: text().notNull().unique() })
export const articles = pgTable('articles', {
  id: serial().primaryKey(),
  author: integer().references(() => authors.id),
  slug: text().notNull().unique(),
  views: integer(),
})
export const ghosts = pgTable('ghosts', { id: serial().primaryKey() })

export const ddl = `
  CREATE TABLE authors (id serial PRIMARY KEY, email text NOT NULL UNIQUE);
  CREATE TABLE articles (id serial PRIMARY KEY, author int REFERENCES authors, slug text NOT NULL UNIQUE, views int CHECK (views >= 0));
`
