// A project's file before SQLite touches it: is it ours, may we write it, and where to read it from when we may not.
// Decides by bytes; changes nothing in the user's folder.

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { RecapError } from '../../shared/errors.ts'

/** `RCAP`, our mark in the header of the file (sqlite.org/fileformat.html, offset 68). */
export const applicationId = 0x52434150

const magic = Buffer.from('SQLite format 3\0', 'latin1')
const headerLength = 100
const userVersionAt = 60
const applicationIdAt = 68

/**
 * Reads the header's bytes, so that a file of a newer version keeps every byte and gets no log beside it.
 * Throws RecapError `project-missing`, `project-not-a-project`, `project-newer`.
 */
export function assertOurs(path: string, newestVersion: number): void {
  const file = basename(path)
  const header = readHeader(path, file)
  if (
    !header.subarray(0, magic.length).equals(magic) ||
    header.readUInt32BE(applicationIdAt) !== applicationId
  ) {
    throw new RecapError('project-not-a-project', 'no SQLite file with our application_id', { file })
  }
  assertKnown(header.readUInt32BE(userVersionAt), newestVersion, file)
}

export function assertKnown(version: number, newestVersion: number, file: string): void {
  if (version > newestVersion) {
    throw new RecapError('project-newer', `schema ${version}, this program knows ${newestVersion}`, {
      file,
      version,
    })
  }
}

function readHeader(path: string, file: string): Buffer {
  const header = Buffer.alloc(headerLength)
  try {
    const handle = openSync(path, 'r')
    try {
      if (readSync(handle, header, 0, headerLength, 0) === headerLength) return header
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new RecapError('project-missing', code, { file })
    if (code === 'EISDIR') throw new RecapError('project-not-a-project', 'a folder', { file })
    throw new RecapError('file-unreadable', `${code}`, { file }, { cause: error })
  }
  throw new RecapError('project-not-a-project', 'shorter than a header', { file })
}

/** Writing a project needs the file and its folder, where the log stands. */
export function mayWrite(path: string): boolean {
  return isWritable(path) && isWritable(dirname(path))
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether changes stand in the log that are not in the file yet: the last program did not come to its end. */
export function hasLog(path: string): boolean {
  const log = `${path}-wal`
  return existsSync(log) && statSync(log).size > 0
}

/**
 * A copy to read from: SQLite must write beside a file with a write-ahead log even to read it.
 * `discard` removes it.
 */
export function copyForReading(path: string): { path: string; discard: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'recap-'))
  const copy = join(folder, 'project.recap')
  const discard = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    copyFileSync(path, copy, constants.COPYFILE_FICLONE)
    chmodSync(copy, 0o600)
    if (hasLog(path)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  } catch (error) {
    discard()
    throw error
  }
  return { path: copy, discard }
}

/** Makes a new name in the folder outlast a power cut. Windows does so by itself and does not open folders. */
export function settleFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
