// The engine as the main process sees it: a process of its own, so that a heavy import never stops a window.
// When it dies, whoever waits is told that the connection is lost, and the next call starts it anew.

import { type UtilityProcess, utilityProcess } from 'electron'
import { RecapError } from '../../../shared/errors.ts'
import type { FileRef } from '../../../shared/model/ids.ts'
import type { Reply } from '../../../shared/rpc.ts'
import type { Platform } from '../../platform.ts'
import type { KnownFile } from '../files.ts'
import { failureReply } from '../replies.ts'
import type { EngineSide, MainSide } from './engine-link.ts'
import { type Link, linkProcesses } from './link.ts'

export interface EngineOptions {
  /** The built engine-process.js. */
  file: string
  /** What the process is started with, as JSON. */
  settings: object
  main: MainSide
  log: Platform['log']
}

export interface Engine {
  /** Never throws: a lost engine is a reply like any other. */
  call(name: unknown, input: unknown): Promise<Reply>
  refFor(path: string, name: string): Promise<FileRef>
  pathOf(ref: FileRef): Promise<KnownFile>
  /** Lets it finish what it was asked and ends it. */
  close(): Promise<void>
}

interface Running {
  process: UtilityProcess
  link: Link<EngineSide>
}

/** How long the engine has to finish before it is ended. Every acknowledged edit is on the disk already. */
const CLOSE_MS = 5000

export function startEngine({ file, settings, main, log }: EngineOptions): Engine {
  let running: Running | undefined = start()

  function start(): Running {
    const child = utilityProcess.fork(file, [JSON.stringify(settings)], { serviceName: 'Recap engine' })
    const link = linkProcesses<EngineSide>(
      {
        post: (message) => child.postMessage(message),
        listen: (listener) => child.on('message', listener),
      },
      main,
    )
    child.once('exit', (code) => {
      if (running?.process === child) running = undefined
      if (code !== 0) log({ level: 'error', event: 'engine-gone', code })
      link.cut()
    })
    return { process: child, link }
  }

  const link = (): Link<EngineSide> => (running ??= start()).link

  return {
    async call(name, input) {
      try {
        return await link().ask('call', name, input)
      } catch (error) {
        // What cannot be cloned is not JSON, and no page of ours sends it.
        return failureReply(
          error instanceof RecapError ? error : new RecapError('input-invalid', String(error)),
        )
      }
    },
    refFor: (path, name) => link().ask('refFor', path, name),
    pathOf: (ref) => link().ask('pathOf', ref),
    async close() {
      if (running === undefined) return
      const { process: child, link: last } = running
      const patience = setTimeout(() => child.kill(), CLOSE_MS)
      // `connection-lost` is as good an answer: it has ended.
      await last.ask('close').catch(() => undefined)
      await last.settled()
      clearTimeout(patience)
      child.kill()
    },
  }
}
