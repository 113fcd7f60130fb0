import { findExcess } from '../store/storage/find-samples.ts'

export const storageQueries = [findExcess]
