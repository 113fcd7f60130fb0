import { graphql, buildSchema, GraphQLError } from 'graphql'

const schema = buildSchema(
  'type Query { article(id: Int!): Article } type Article { title: String! words: Int! }',
)
const root = {
  article({ id }) {
    if (id < 0) throw new GraphQLError(`article ${id} is withdrawn`)
    return { title: () => 'Title', words: () => null }
  },
}

/** Reports the first error, as a plugin of a server would. */
export async function run(source) {
  const { errors } = await graphql({ schema, source, rootValue: root })
  if (errors) throw errors[0]
}
