// What the main process and the engine's process offer one another. The engine's process has the files' tokens and
// the projects; the main process has the windows and the dialogs.

import type { EventName } from '../../../shared/contract.ts'
import type { FileRef } from '../../../shared/model/ids.ts'
import type { Reply } from '../../../shared/rpc.ts'
import type { KnownFile } from '../files.ts'
import type { Recap } from '../../recap.ts'
import type { Platform } from '../../platform.ts'
import { type Link, linkProcesses, type Port } from './link.ts'

export type EngineSide = {
  call(name: unknown, input: unknown): Promise<Reply>
  refFor(path: string, name: string): FileRef
  pathOf(ref: FileRef): KnownFile
  /** Cancels what takes long and closes the projects. What was asked before is answered all the same. */
  close(): void
}

export type MainSide = {
  /** The path of the project that the user picked. */
  pickProject(): Promise<string | null>
  event(name: EventName, payload: unknown): void
}

export interface EngineParts {
  recap: Recap
  platform: Platform
}

/** The engine at its end of the port. `make` is given what it takes to ask the main process. */
export function serveEngine(port: Port, make: (main: Pick<Link<MainSide>, 'ask'>) => EngineParts): void {
  const link: Link<MainSide> = linkProcesses<MainSide>(port, {
    call: (name: unknown, input: unknown) => recap.answer(name, input),
    refFor: (path: string, name: string) => platform.files.refFor(path, name),
    pathOf: (ref: FileRef) => platform.files.pathOf(ref),
    close: () => recap.close(),
  } satisfies EngineSide)
  const { recap, platform } = make(link)
  recap.on((event, payload) => void link.ask('event', event, payload))
}
