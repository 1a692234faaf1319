// The app's web host with folders of its own, as `npm start` runs it; and a client that holds the key.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveWeb, type WebOptions } from '../../electron/hosts/web/index.ts'
import type { Reply, Transport } from '../../shared/rpc.ts'

export interface TestHost {
  /** With the one-time key, as a user gets it. */
  url: string
  /** `http://127.0.0.1:PORT` */
  origin: string
  port: number
  /** What the host keeps; gone after `close`. */
  dataFolder: string
  close(): Promise<void>
}

/** @example const host = await startWebHost(); await page.goto(host.url) */
export async function startWebHost(options: Omit<WebOptions, 'dataFolder'> = {}): Promise<TestHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'recap-web-'))
  const host = await serveWeb({ ...options, dataFolder })
  const { origin, port } = new URL(host.url)
  return {
    url: host.url,
    origin,
    port: Number(port),
    dataFolder,
    async close() {
      await host.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The token for the key of a host's address. */
export async function openSession(url: string): Promise<string> {
  const { origin, hash } = new URL(url)
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key: new URLSearchParams(hash.slice(1)).get('key') }),
  })
  const reply = (await response.json()) as Reply
  if (!reply.ok) throw new Error(reply.error.message)
  return (reply.value as { token: string }).token
}

/** Calls as a page with this token makes them. */
export function callOver(origin: string, token: string): Transport['call'] {
  return async (name, input) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Reply
  }
}
