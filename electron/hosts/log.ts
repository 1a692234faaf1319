// What happened, as lines of JSON in `log.jsonl` of the data folder; the file before it is kept as `log.old.jsonl`.
// Never fails: a program that cannot write its log goes on without.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry, Platform } from '../platform.ts'

const mostBytes = 1024 ** 2

/** @param folder made when the first line is written */
export function createLog(
  folder: string,
  host: Platform['host'],
  now: () => Date = () => new Date(),
): (entry: LogEntry) => void {
  const path = join(folder, 'log.jsonl')
  return (entry) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) {
        renameSync(path, join(folder, 'log.old.jsonl'))
      }
      appendFileSync(path, `${JSON.stringify({ at: now().toISOString(), host, ...entry })}\n`, {
        mode: 0o600,
      })
    } catch {
      // A full disk or a read-only folder has been told to the user where it mattered.
    }
  }
}
