// Lists the streams of a compound file, the container of .xls and .doc and of password-protected workbooks.
// It reads names only, to say what a file is; it opens no stream ([MS-CFB] 2.2 to 2.6).

import type { FileHandle } from 'node:fs/promises'

export const compoundSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** A directory of 4 KB sectors with more than this many is no office file. */
const mostSectors = 64
const endOfChain = 0xffff_fffa

/** Names in the directory; fewer than there are when the file is cut or its chain runs astray. */
export async function compoundNames(handle: FileHandle): Promise<ReadonlySet<string>> {
  const read = async (position: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await handle.read(buffer, 0, length, position)
    return buffer.subarray(0, bytesRead)
  }
  const names = new Set<string>()
  const header = await read(0, 512)
  if (header.length < 512) return names
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return names
  const size = 2 ** shift
  const seen = new Set<number>()
  let sector = header.readUInt32LE(48)
  while (sector < endOfChain && !seen.has(sector) && seen.size < mostSectors) {
    seen.add(sector)
    const entries = await read((sector + 1) * size, size)
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const length = entries.readUInt16LE(at + 64)
      if (length >= 2 && length <= 64) names.add(entries.toString('utf16le', at, at + length - 2))
    }
    // The header holds the first 109 sectors of the allocation table: 6.8 MB of file, and the directory of any
    // larger one that an office program wrote.
    const perSector = size / 4
    const table = Math.floor(sector / perSector)
    if (table >= 109) break
    const tableSector = header.readUInt32LE(76 + table * 4)
    if (tableSector >= endOfChain) break
    const next = await read((tableSector + 1) * size + (sector % perSector) * 4, 4)
    if (next.length < 4) break
    sector = next.readUInt32LE(0)
  }
  return names
}
