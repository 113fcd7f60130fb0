import { describeReleases } from './describe-releases.ts'

export const projectQueries = [describeReleases]
