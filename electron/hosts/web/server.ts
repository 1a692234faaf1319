// The app over HTTP on 127.0.0.1: the page, POST /session, POST /call/:name, GET /events, POST /files, GET /files/:ref.
// Only carries: what a call means is the engine's matter. Whatever comes in wrong is answered and forgotten.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { FileRef } from '../../../shared/model/ids.ts'
import type { Platform } from '../../platform.ts'
import type { Recap } from '../../recap.ts'
import { downloadResponse, receiveFile, type UploadFolders } from '../files.ts'
import type { Page } from '../page.ts'
import { failureReply, failureResponse, replyResponse } from '../replies.ts'
import { createEventStreams } from './event-streams.ts'
import { type Gate, checkOrigin, Refusal } from './gate.ts'

/** A report of a thousand pages is under 8 MB as blocks. */
const CALL_BYTES = 32 * 1024 ** 2
const SESSION_BYTES = 1024
const CLOSE_MS = 1000
/** How long a refused body is still taken in, unread. */
const DRAIN_MS = 10_000

export interface ServerParts {
  recap: Recap
  platform: Platform
  uploadFolders: UploadFolders
  page: Page
  /** Asked for what the page does not have; calls the third when it does not have it either. */
  otherwise?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  gate: Gate
}

export interface RecapServer {
  /** Not yet listening. */
  server: Server
  /** Answers what was asked and lets go of everyone. The engine is not closed: it is not the server's. */
  close(): Promise<void>
}

export function createRecapServer({
  recap,
  platform,
  uploadFolders,
  page,
  otherwise,
  gate,
}: ServerParts): RecapServer {
  const streams = createEventStreams()
  const stopEvents = recap.on((event, payload) => streams.send(event, payload))

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<Response | undefined> {
    checkOrigin(request, request.socket.localPort ?? 0)
    const { pathname, searchParams } = addressOf(request)
    const [, room, name] = /^\/(session|call|events|files)(?:\/([\w.-]{1,100}))?$/.exec(pathname) ?? []

    if (room === undefined) {
      allow(request, 'GET', 'HEAD')
      const file = await page(pathname)
      if (file !== undefined) return file
      if (otherwise !== undefined && (await takes(otherwise, request, response))) return undefined
      throw new Refusal(404, 'file-missing', 'nothing here')
    }
    if (room === 'session') {
      allow(request, 'POST')
      const body = await readJson(request, SESSION_BYTES)
      const key = typeof body === 'object' && body !== null && 'key' in body ? body.key : undefined
      return replyResponse({ ok: true, value: { token: gate.exchange(typeof key === 'string' ? key : '') } })
    }

    gate.checkToken(request)
    if (room === 'events' && name === undefined) {
      allow(request, 'GET')
      streams.add(response)
      return undefined
    }
    if (room === 'files' && name === undefined) {
      allow(request, 'POST')
      const size = Number(request.headers['content-length'] ?? 0)
      const upload = { body: bodyOf(request), name: searchParams.get('name') ?? '', size }
      const { path, name: kept } = await receiveFile(upload, uploadFolders)
      return replyResponse({ ok: true, value: { file: platform.files.refFor(path, kept), name: kept } })
    }
    if (room === 'files') {
      allow(request, 'GET')
      return downloadResponse(platform.files.pathOf(name as FileRef))
    }
    if (room === 'call') {
      allow(request, 'POST')
      return replyResponse(await recap.answer(name, await readJson(request, CALL_BYTES)))
    }
    throw new Refusal(404, 'file-missing', 'nothing here')
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await respond(request, response)
      if (answer !== undefined) await send(answer, request, response)
    } catch (error) {
      // Gone in the middle of its own request: there is nobody to tell.
      if (response.socket === null || response.socket.destroyed) return
      const answer =
        error instanceof Refusal
          ? replyResponse(failureReply(error), error.status)
          : failureResponse(error, platform.log)
      await send(answer, request, response).catch(() => response.destroy())
    }
  }

  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      // A connection that dawdles over its head is let go; a large upload may take its time.
      headersTimeout: 5000,
      requestTimeout: 600_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 10_000,
    },
    (request, response) => void handle(request, response),
  )
  return {
    server,
    async close() {
      stopEvents()
      streams.close()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), CLOSE_MS)
      await closed
      clearTimeout(patience)
    },
  }
}

/** Whether it has answered, or has nothing at this address. */
function takes(
  answerer: NonNullable<ServerParts['otherwise']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => resolve(true))
    answerer(request, response, () => resolve(false))
  })
}

/** A browser sends an address in its plainest form; one that has dots or a host left in it was made by hand. */
function addressOf(request: IncomingMessage): URL {
  const target = request.url ?? ''
  const address =
    target.startsWith('/') && !target.startsWith('//') ? URL.parse(target, 'http://recap') : null
  if (address === null || address.pathname !== target.split('?', 1)[0]) {
    throw new Refusal(400, 'input-invalid', 'bad address')
  }
  return address
}

function allow(request: IncomingMessage, ...methods: readonly string[]): void {
  if (methods.includes(request.method ?? '')) return
  throw new Refusal(405, 'input-invalid', `${request.method} is not for this address`)
}

/** JSON and nothing else: a form of another site cannot say so without asking first, and is not answered then. */
async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'input-invalid', 'not JSON')
  }
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new Refusal(413, 'input-invalid', 'too large')
  const parts: Buffer[] = []
  let size = 0
  for await (const part of bodyOf(request)) {
    size += part.byteLength
    if (size > limit) throw new Refusal(413, 'input-invalid', 'too large')
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString())
  } catch {
    throw new Refusal(400, 'input-invalid', 'broken JSON')
  }
}

/** Ends early without ending the connection, over which the answer still has to go. */
const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

async function send(answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.complete) {
    // Cut off while it is still sending, a browser would see a broken connection instead of this answer.
    request.resume()
    const patience = setTimeout(() => request.destroy(), DRAIN_MS).unref()
    request.once('close', () => clearTimeout(patience))
  }
  response.statusCode = answer.status
  response.setHeaders(answer.headers)
  if (request.method === 'HEAD' || answer.body === null) response.end()
  // Only a file of the user's says how long it is; all else is small and goes in one piece.
  else if (answer.headers.has('Content-Length')) {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response)
  } else response.end(Buffer.from(await answer.arrayBuffer()))
}
