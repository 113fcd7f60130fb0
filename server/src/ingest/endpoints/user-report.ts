import { buildEnvelope } from './build-envelope.ts'
import type { Handover } from './endpoint.ts'

/** What a visitor says about an event. */
export interface UserReport {
  event_id: string
  name: string
  email: string
  comments: string
}

export function userReportEnvelope(report: UserReport): Handover {
  return buildEnvelope({ event_id: report.event_id }, [{ headers: { type: 'user_report' }, payload: report }])
}
