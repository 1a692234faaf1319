// The transports that the contract's cases run over. Each starts an engine with folders of its own.

import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFileTable } from '../../electron/hosts/files.ts'
import { samplesFolder } from '../../electron/hosts/folders.ts'
import { createRecap } from '../../electron/recap.ts'
import type { FileRef } from '../../shared/model/ids.ts'
import type { Transport } from '../../shared/rpc.ts'

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

export const transports: readonly TestedTransport[] = [direct]
