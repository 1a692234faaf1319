// The transports that the contract's cases run over. Each starts an engine with folders of its own.

import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type EngineSide, type MainSide, serveEngine } from '../../electron/hosts/desktop/engine-link.ts'
import { linkProcesses, type Port } from '../../electron/hosts/desktop/link.ts'
import { createFileTable } from '../../electron/hosts/files.ts'
import { dataFolders, samplesFolder } from '../../electron/hosts/folders.ts'
import { createServedPlatform } from '../../electron/hosts/served-platform.ts'
import { createRecap } from '../../electron/recap.ts'
import type { FileRef } from '../../shared/model/ids.ts'
import type { EventName } from '../../shared/contract.ts'
import { RecapError } from '../../shared/errors.ts'
import type { Reply, Transport } from '../../shared/rpc.ts'
import { listen } from '../support/sse.ts'
import { callOver, openSession, startWebHost } from '../support/web-host.ts'

export interface Started {
  transport: Transport
  /** Gives the engine a file of this machine, as this transport's users would. */
  give(path: string): Promise<FileRef>
  /** The bytes of a file that the engine offers, as this transport's users would get them. */
  take(file: FileRef): Promise<Uint8Array>
  close(): Promise<void>
}

export interface TestedTransport {
  name: string
  start(): Promise<Started>
}

const direct: TestedTransport = {
  name: 'direct',
  async start() {
    const dataFolder = mkdtempSync(join(tmpdir(), 'recap-contract-'))
    const files = createFileTable(join(dataFolder, 'scratch'))
    const recap = createRecap({
      host: 'cli',
      dataFolder,
      projectsFolder: join(dataFolder, 'projects'),
      files,
      log: () => undefined,
      now: () => new Date(),
      samplesFolder,
    })
    return {
      transport: { call: recap.answer, on: recap.on },
      give: async (path) => files.refFor(path),
      take: async (file) => readFile(files.pathOf(file).path),
      async close() {
        recap.close()
        rmSync(dataFolder, { recursive: true, force: true })
      },
    }
  },
}

type Listener = Parameters<Transport['on']>[0]

/** The real server on its own port, asked as a page asks it. */
const http: TestedTransport = {
  name: 'HTTP',
  async start() {
    const host = await startWebHost()
    const token = await openSession(host.url)
    const authorised = { Authorization: `Bearer ${token}` }
    const listeners = new Set<Listener>()
    const stop = await listen(`${host.origin}/events`, authorised, ({ event, data }) => {
      for (const listener of listeners) listener(event as EventName, data)
    })
    return {
      transport: {
        call: callOver(host.origin, token),
        on(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      async give(path) {
        const response = await fetch(`${host.origin}/files?name=${encodeURIComponent(basename(path))}`, {
          method: 'POST',
          headers: authorised,
          body: await openAsBlob(path),
        })
        const reply = (await response.json()) as Reply
        if (!reply.ok) throw new RecapError(reply.error.code, reply.error.message, reply.error.detail)
        return (reply.value as { file: FileRef }).file
      },
      async take(file) {
        const response = await fetch(`${host.origin}/files/${file}`, { headers: authorised })
        return response.bytes()
      },
      async close() {
        stop()
        await host.close()
      },
    }
  },
}

const portOf = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  listen: (listener) => port.on('message', listener),
})

/** The desktop's engine at one end of a message port, its main process at the other. */
const messagePort: TestedTransport = {
  name: 'message port',
  async start() {
    const dataFolder = mkdtempSync(join(tmpdir(), 'recap-contract-'))
    const folders = dataFolders({ RECAP_DATA: dataFolder })
    const { port1, port2 } = new MessageChannel()
    const listeners = new Set<Listener>()
    serveEngine(portOf(port1), () => {
      const platform = createServedPlatform({ host: 'desktop', folders, samplesFolder })
      return { platform, recap: createRecap(platform) }
    })
    const engine = linkProcesses<EngineSide>(portOf(port2), {
      pickProject: () => Promise.resolve(null),
      event(name, payload) {
        for (const listener of listeners) listener(name, payload)
      },
    } satisfies MainSide)
    return {
      transport: {
        call: (name, input) => engine.ask('call', name, input),
        on(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      give: (path) => engine.ask('refFor', path, basename(path)),
      take: async (file) => readFile((await engine.ask('pathOf', file)).path),
      async close() {
        await engine.ask('close')
        port1.close()
        rmSync(dataFolder, { recursive: true, force: true })
      },
    }
  },
}

export const transports: readonly TestedTransport[] = [direct, http, messagePort]
