// Replies as responses: what a host itself has to say has the form of what the engine says.

import { type ErrorCode, RecapError } from '../../shared/errors.ts'
import type { Reply } from '../../shared/rpc.ts'
import type { Platform } from '../platform.ts'
import { commonHeaders } from './page.ts'

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  'file-missing': 404,
  'file-too-large': 413,
  'disk-full': 507,
  internal: 500,
}

/** Status 200 whatever the engine answered to a call; `status` is for what did not get as far as that. */
export const replyResponse = (reply: Reply, status = 200): Response =>
  new Response(JSON.stringify(reply), {
    status,
    headers: { ...commonHeaders, 'Content-Type': 'application/json; charset=utf-8' },
  })

export const failureReply = ({ code, message, detail }: RecapError): Reply => ({
  ok: false,
  error: { code, message, detail },
})

/** What nobody foresaw is logged, and its reader gets the id to find it by. */
export function failureResponse(error: unknown, log: Platform['log']): Response {
  if (error instanceof RecapError) return replyResponse(failureReply(error), statuses[error.code] ?? 422)
  const id = Math.random().toString(36).slice(2, 8)
  log({ level: 'error', event: 'request-failed', id, error: String(error) })
  return replyResponse(failureReply(new RecapError('internal', `internal error ${id}`, { id })), 500)
}
