import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.create()

const router = t.router({
  rename: t.procedure
    .input((value) => String(value))
    .mutation(({ input }) => {
      if (input.length > 5)
        throw new TRPCError({ code: 'BAD_REQUEST', message: `"${input}" is too long a name` })
      return input.missing.trim()
    }),
  archive: t.procedure.mutation(() => {
    throw new Error('archive is read-only')
  }),
})

export const caller = t.createCallerFactory(router)({})
