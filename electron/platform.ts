// What the engine asks of the host it runs in: folders, files named by tokens, a log and a clock.
// Types only. The host implements it; the engine never learns whether there is a window, a socket or a terminal.

import type { FileRef } from '../shared/model/ids.ts'

export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  /** What happened, as a short name: `started`, `call-failed`. */
  event: string
  [key: string]: unknown
}

/** The host's table of files: the only place where a token and a path meet. */
export interface PlatformFiles {
  /** Path and the name the user knows the file by. Throws RecapError `file-missing` for a token it never gave. */
  pathOf(ref: FileRef): { path: string; name: string }
  /** A token for a path. The same path always gives the same token. `name` when the user knows the file by another. */
  refFor(path: string, name?: string): FileRef
  /** A fresh path, in a folder that exists, for a file that is offered for download under `name`. */
  scratch(name: string): string
}

export interface Platform {
  host: 'desktop' | 'web' | 'cli'
  /** Settings, list of recent projects, log. Exists. */
  dataFolder: string
  /** Where projects without a place of their own are made. Made when first needed. */
  projectsFolder: string
  files: PlatformFiles
  /** Asks the user for a project; null when they close the dialog. Absent where the host has no dialogs. */
  pickProject?: () => Promise<FileRef | null>
  log(entry: LogEntry): void
  now(): Date
  /** The sample workbooks. Read only. */
  samplesFolder: string
}
