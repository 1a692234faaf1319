// A place for a new file under a name that a person gave: fit for every file system, and not taken yet.

import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RecapError } from '../shared/errors.ts'

/** File systems allow 255 bytes; some room is left for a number and for the endings that SQLite adds. */
const mostBytes = 200

/** Names of devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * `实习总结.recap`, or `实习总结 2.recap` when that is there. Makes the folder; makes no file.
 * Throws RecapError `folder-read-only` when the folder cannot be made.
 * @param otherwise the name where nothing of `name` can stay
 */
export function freePath(folder: string, name: string, otherwise: string, ending: string): string {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new RecapError('folder-read-only', 'cannot be made', { folder: basename(folder) }, { cause })
  }
  const fit = fitName(name) || otherwise
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${fit}${number === 1 ? '' : ` ${number}`}${ending}`)
    if (!existsSync(path)) return path
  }
}

function fitName(name: string): string {
  let plain = trimmed(name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' '))
  while (Buffer.byteLength(plain) > mostBytes) plain = trimmed([...plain].slice(0, -1).join(''))
  return reserved.test(plain) ? `_${plain}` : plain
}

/** Windows drops a dot or a space at the end; a dot at the start hides a file elsewhere. */
const trimmed = (name: string): string => name.replaceAll(/^[. ]+|[. ]+$/g, '')
