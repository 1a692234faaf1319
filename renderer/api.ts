// The one place that talks to the engine: calls, events, files. Through the desktop program's bridge where there is
// one, else over HTTP to the host that served the page. Knows no screen and keeps no data of a project.

import { create } from 'zustand'
import type { CallName, EventName } from '../shared/contract.ts'
import { RecapError } from '../shared/errors.ts'
import type { FileRef } from '../shared/model/ids.ts'
import { type Client, createClient, type Reply, type Transport } from '../shared/rpc.ts'

/** What the preload script exposes; the same shape as a transport. */
interface Bridge {
  call(name: CallName, input: unknown): Promise<Reply>
  on(event: EventName, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    recap?: Bridge
  }
}

/** `lost`: the engine does not answer, and is being tried again. `refused`: this page has no key that it accepts. */
export type Connection = 'open' | 'lost' | 'refused'
export const useConnection = create<Connection>(() => 'open')

interface Answer {
  status: number
  text: string
}

const json = { 'Content-Type': 'application/json' }
const tokenKey = 'recap.token'
const firstWait = 250
const longestWait = 4000

/** The one-time key is in the fragment, `#key=…`, so that it never reaches a log; it leaves the address at once. */
function takeKey(): string | null {
  const place = new URLSearchParams(location.hash.slice(1))
  const key = place.get('key')
  if (key !== null) history.replaceState(null, '', `#${place.get('open') ?? '/'}`)
  return key
}

async function openSession(key: string | null): Promise<string | null> {
  if (key !== null) {
    const { text } = await post('/session', { body: JSON.stringify({ key }), headers: json })
    const reply = JSON.parse(text) as Reply
    // A key works once: when the address is opened again, the token of the first time still does.
    if (reply.ok) localStorage.setItem(tokenKey, (reply.value as { token: string }).token)
  }
  return localStorage.getItem(tokenKey)
}

let leaving = false
const leave = (): void => void (leaving = true)
const stay = (): void => void (leaving = document.visibilityState === 'hidden')
window.addEventListener('beforeunload', () => {
  leave()
  // The user may have been asked, and stayed.
  setTimeout(stay, 500)
})
window.addEventListener('pagehide', leave)
window.addEventListener('pageshow', stay)
document.addEventListener('visibilitychange', stay)

const bridge = window.recap
const firstPaint = 100
/** The browser takes longer to open its storage than we to draw the first screen, and does nothing else meanwhile. */
const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve))
  // A page in the background is not painted.
  setTimeout(resolve, firstPaint)
})
const session: Promise<string | null> = bridge ? Promise.resolve(null) : openWhenPainted(takeKey())

async function openWhenPainted(key: string | null): Promise<string | null> {
  await painted
  return openSession(key)
}

async function authorised(): Promise<Record<string, string>> {
  const token = await session
  return token === null ? {} : { Authorization: `Bearer ${token}` }
}

/** Throws `connection-lost` when nobody answers. */
async function post(path: string, init: { body: string; headers: Record<string, string> }): Promise<Answer> {
  try {
    const response = await fetch(path, { method: 'POST', keepalive: outlivesPage(init.body), ...init })
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw lost(cause)
  }
}

/** What is sent while the page is being left arrives all the same, up to what browsers allow: 64 KiB in all. */
function outlivesPage(body: string): boolean {
  return leaving && new TextEncoder().encode(body).length < 60_000
}

function readReply({ status, text }: Answer): Reply {
  if (status === 401 || status === 403) useConnection.setState('refused', true)
  return JSON.parse(text) as Reply
}

function lost(cause: unknown): RecapError {
  if (cause instanceof RecapError) return cause
  return new RecapError('connection-lost', 'the engine does not answer', {}, { cause })
}

const overBridge = (desktop: Bridge): Transport => ({
  call: (name, input) => desktop.call(name, input),
  on(listener) {
    const names: Readonly<Record<EventName, true>> = { 'project.changed': true, 'job.progress': true }
    const stops = Object.keys(names).map((name) => {
      const event = name as EventName
      return desktop.on(event, (payload) => listener(event, payload))
    })
    return () => {
      for (const stop of stops) stop()
    }
  },
})

function overHttp(): Transport {
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  let listening = false

  /** The open stream is the sign of life: it breaks the moment the engine goes. */
  async function listen(): Promise<void> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        const response = await fetch('/events', { headers: await authorised() })
        if (response.status === 401 || response.status === 403) return useConnection.setState('refused', true)
        if (response.ok && response.body) {
          useConnection.setState('open', true)
          wait = firstWait
          for await (const { event, payload } of readEvents(response.body)) {
            for (const listener of listeners) listener(event, payload)
          }
        }
      } catch {
        // Told below, like a stream that ended.
      }
      useConnection.setState('lost', true)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }

  return {
    call: async (name, input) => {
      const headers = { ...json, ...(await authorised()) }
      return readReply(await post(`/call/${name}`, { body: JSON.stringify(input), headers }))
    },
    on(listener) {
      listeners.add(listener)
      if (!listening) {
        listening = true
        void listen()
      }
      return () => listeners.delete(listener)
    },
  }
}

/**
 * Server-sent events off a response's body, of which `event:` and `data:` are used.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
async function* readEvents(
  body: NonNullable<Response['body']>,
): AsyncGenerator<{ event: EventName; payload: unknown }> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const name = /^event: ?(.+)$/m.exec(part)?.[1]
      const data = /^data: ?(.+)$/m.exec(part)?.[1]
      if (name !== undefined && data !== undefined)
        yield { event: name as EventName, payload: JSON.parse(data) }
    }
  }
}

/** @example const project = await client.call('projects.read', { project: id }) */
export const client: Client = createClient(bridge ? overBridge(bridge) : overHttp())

export interface UploadOptions {
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Hands the host a copy of a file that was picked, dropped or pasted. Throws `job-cancelled` when aborted. */
export async function uploadFile(
  file: File,
  options: UploadOptions = {},
): Promise<{ file: FileRef; name: string }> {
  const headers = await authorised()
  const answer = await new Promise<Answer>((resolve, reject) => {
    const cancelled = (): void =>
      reject(new RecapError('job-cancelled', 'upload aborted', { file: file.name }))
    if (options.signal?.aborted) return cancelled()
    // fetch tells nothing of how much has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => options.onProgress?.(event.loaded, file.size)
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(new Error('upload failed'))
    request.onabort = cancelled
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  }).catch(async (cause: unknown) => {
    if (await readable(file)) throw lost(cause)
    throw new RecapError('file-unreadable', 'the browser cannot read it', { file: file.name }, { cause })
  })
  const reply = readReply(answer)
  if (!reply.ok) throw new RecapError(reply.error.code, reply.error.message, reply.error.detail)
  return reply.value as { file: FileRef; name: string }
}

/** A dropped folder, or a file that went away meanwhile, fails like a lost connection would; this tells them apart. */
async function readable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** Saves a file that the host holds to where the user's downloads go, or asks where, as browser or desktop do. */
export async function downloadFile(ref: FileRef, name: string): Promise<void> {
  const response = await fetch(`/files/${ref}`, { headers: await authorised() }).catch((cause: unknown) => {
    throw lost(cause)
  })
  if (!response.ok) {
    const reply = readReply({ status: response.status, text: await response.text() })
    if (!reply.ok) throw new RecapError(reply.error.code, reply.error.message, reply.error.detail)
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
