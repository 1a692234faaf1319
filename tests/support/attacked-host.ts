// A web host to be attacked, with what a right request to it carries, and the proof that it goes on serving.

import { expect } from 'vitest'
import { request, sendRaw } from './raw-http.ts'
import { openSession, startWebHost, type TestHost } from './web-host.ts'

export type Header = readonly [name: string, value: string]

export interface AttackedHost {
  host: TestHost
  token: string
  /** The Host header that is right. */
  us: Header
  /** The Authorization header that is right. */
  key: Header
}

export const asJson: Header = ['Content-Type', 'application/json']
/** The length of `{}`. */
export const empty: Header = ['Content-Length', '2']

export async function startAttackedHost(): Promise<AttackedHost> {
  const host = await startWebHost()
  const token = await openSession(host.url)
  return { host, token, us: ['Host', `127.0.0.1:${host.port}`], key: ['Authorization', `Bearer ${token}`] }
}

/** A call that is answered when `us`, `key`, JSON and its length are among the headers. */
export const call = (...headers: readonly Header[]): string =>
  request('POST', '/call/app.info', headers, '{}')

/** After whatever it was. */
export async function expectToServe({ host, us, key }: AttackedHost): Promise<void> {
  const answer = await sendRaw(host.port, call(us, key, asJson, empty))
  expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: 'web' } })
}
