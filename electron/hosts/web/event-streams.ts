// Server-sent events to every page that listens: https://html.spec.whatwg.org/multipage/server-sent-events.html
// Keeps nothing: who was not there reads anew. A page that no longer takes what it is sent is let go.

import type { ServerResponse } from 'node:http'
import type { EventName } from '../../../shared/contract.ts'
import { commonHeaders } from '../page.ts'

/** Below the minute or two after which things between two programs forget an idle connection. */
const HEARTBEAT_MS = 15_000
/** What may wait in memory for a page that does not read. */
const BACKLOG_BYTES = 1024 ** 2

export interface EventStreams {
  add(response: ServerResponse): void
  send(event: EventName, payload: unknown): void
  close(): void
}

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  const write = (text: string): void => {
    for (const response of open) {
      if (response.writableLength > BACKLOG_BYTES) response.destroy()
      else response.write(text)
    }
  }
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS).unref()
  return {
    add(response) {
      response.writeHead(200, { ...commonHeaders, 'Content-Type': 'text/event-stream' })
      // Without a first byte the reader waits for its response until the first event.
      response.write(': listening\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send: (event, payload) => write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}
