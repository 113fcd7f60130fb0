import { createToken } from './api-tokens.ts'
import { createFirstAccount } from './first-account.ts'
import { runAccountsSql } from './store-dialect.ts'

export const accountUnits = [createFirstAccount, createToken, runAccountsSql]
