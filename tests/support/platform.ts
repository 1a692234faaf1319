// The engine's platform in a folder of its own, gone when the test is: what a host gives, without a host.

import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createFileTable } from '../../electron/hosts/files.ts'
import { samplesFolder } from '../../electron/hosts/folders.ts'
import type { LogEntry, Platform } from '../../electron/platform.ts'
import { type Recap, createRecap } from '../../electron/recap.ts'
import type { EventName } from '../../shared/contract.ts'
import type { FileRef } from '../../shared/model/ids.ts'
import { type Client, createClient } from '../../shared/rpc.ts'
import { temporaryFolder } from './project.ts'

export interface TestEngine {
  recap: Recap
  client: Client
  platform: Platform
  folder: string
  /** What the engine logged. */
  log: LogEntry[]
  /** What it told its listeners, in order. */
  events: { event: EventName; payload: unknown }[]
  file(path: string): FileRef
}

export const sampleFile = (name: string): string => join(samplesFolder, name)

export const clock = new Date('2026-09-01T08:00:00+08:00')

/** An engine that is closed when the test ends. @param folder to find the data of an earlier engine again */
export function startEngine(folder = temporaryFolder()): TestEngine {
  const log: LogEntry[] = []
  const platform: Platform = {
    host: 'cli',
    dataFolder: folder,
    projectsFolder: join(folder, 'projects'),
    files: createFileTable(join(folder, 'scratch')),
    log: (entry) => void log.push(entry),
    now: () => clock,
    samplesFolder,
  }
  const recap = createRecap(platform)
  onTestFinished(() => recap.close())
  const events: TestEngine['events'] = []
  recap.on((event, payload) => void events.push({ event, payload }))
  return {
    recap,
    platform,
    folder,
    log,
    events,
    client: createClient({ call: recap.answer, on: recap.on }),
    file: (path) => platform.files.refFor(path),
  }
}
