// Writes a file so that there is the old one or the new one, never a part: after a crash, a power cut, a full disk.
// For every file of ours that is not a project.

import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RecapError } from '../shared/errors.ts'

/**
 * Throws RecapError `folder-missing`, `folder-read-only`, `disk-full`, and `export-target-busy` when the file that is
 * there cannot be replaced; then it is as it was.
 */
export function writeWholeFile(path: string, content: Uint8Array | string): void {
  const folder = dirname(path)
  const unfinished = join(folder, `.recap-${process.pid}.new`)
  try {
    const handle = openSync(unfinished, 'w')
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw folderFailure(error, folder)
  }
  try {
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw targetFailure(error, path)
  }
  settleFolder(folder)
}

/** Makes the new name outlast a power cut. Windows does so by itself and does not open folders. */
function settleFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

function folderFailure(error: unknown, path: string): unknown {
  const folder = basename(path)
  const because = { cause: error }
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new RecapError('folder-missing', 'no such folder', { folder }, because)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new RecapError('folder-read-only', 'the folder cannot be written', { folder }, because)
    case 'ENOSPC':
    case 'EDQUOT':
      return new RecapError('disk-full', 'no space', {}, because)
    default:
      return error
  }
}

/** On Windows a file that another program has open is refused as busy or without permission. */
function targetFailure(error: unknown, path: string): unknown {
  const busy = ['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'EEXIST', 'ENOTEMPTY'].includes(codeOf(error))
  if (!busy || !existsSync(path)) return folderFailure(error, dirname(path))
  return new RecapError(
    'export-target-busy',
    'the file cannot be replaced',
    { file: basename(path) },
    { cause: error },
  )
}
