// The compound file, the container of .xls and .doc and of password-protected workbooks: what streams stand at its
// root, and the bytes of one. It reads nothing inside its storages and changes nothing ([MS-CFB] 2.2 to 2.6).

import type { FileHandle } from 'node:fs/promises'
import { RecapError } from '../../../../shared/errors.ts'
import { type limits, refuseTooLarge } from '../../limits.ts'

export const compoundSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Larger numbers of sectors mean the end of a chain, a free sector or the table itself. */
const mostSectors = 0xffff_fffa
/** A directory of more entries is no office file. */
const mostEntries = 65_536

interface Entry {
  name: string
  kind: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

export class CompoundFile {
  readonly #handle: FileHandle
  readonly #fileSize: number
  readonly #file: string
  readonly #sectorSize: number
  readonly #miniSize: number
  readonly #miniCutoff: number
  #table = new Uint32Array(0)
  #miniTable = new Uint32Array(0)
  #root: Entry | undefined
  readonly #streams = new Map<string, Entry>()

  private constructor(handle: FileHandle, fileSize: number, file: string, header: Buffer) {
    this.#handle = handle
    this.#fileSize = fileSize
    this.#file = file
    const shift = header.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) throw this.#damaged(`sector shift ${shift}`)
    this.#sectorSize = 2 ** shift
    this.#miniSize = 64
    this.#miniCutoff = header.readUInt32LE(56)
  }

  /** @throws RecapError file-truncated when sectors that it needs are not there, file-damaged */
  static async open(handle: FileHandle, fileSize: number, file: string): Promise<CompoundFile> {
    const header = Buffer.alloc(512)
    const { bytesRead } = await handle.read(header, 0, 512, 0)
    if (bytesRead < 512) throw new RecapError('file-truncated', 'compound file header', { file })
    const compound = new CompoundFile(handle, fileSize, file, header)
    await compound.#readTables(header)
    return compound
  }

  /** A stream right under the root: what is embedded in a document has storages of its own. */
  has(name: string): boolean {
    return this.#streams.has(name.toLowerCase())
  }

  /** @throws RecapError file-truncated, file-damaged, file-too-large */
  async read(name: string, cap: keyof typeof limits, most: number): Promise<Buffer> {
    const entry = this.#streams.get(name.toLowerCase())
    if (!entry) throw this.#damaged(`no stream ${name}`)
    if (entry.size > most) refuseTooLarge(this.#file, cap, entry.size)
    if (entry.size >= this.#miniCutoff) return this.#readChain(entry.start, entry.size)
    const root = this.#root
    const mini = root ? await this.#readChain(root.start, root.size) : Buffer.alloc(0)
    const pieces: Buffer[] = []
    let at = entry.start
    for (let left = entry.size; left > 0; left -= this.#miniSize) {
      const from = at * this.#miniSize
      const piece = mini.subarray(from, from + Math.min(left, this.#miniSize))
      if (piece.length === 0) throw this.#damaged('short stream out of its chain')
      pieces.push(piece)
      at = this.#miniTable[at] ?? mostSectors
    }
    return Buffer.concat(pieces)
  }

  async #readTables(header: Buffer): Promise<void> {
    const perSector = this.#sectorSize / 4
    const sectors: number[] = []
    for (let at = 76; at < 512; at += 4) sectors.push(header.readUInt32LE(at))
    let next = header.readUInt32LE(68)
    const most = Math.ceil(this.#fileSize / this.#sectorSize)
    for (let count = 0; next < mostSectors && count < most; count += 1) {
      const more = await this.#readSector(next)
      for (let index = 0; index < perSector - 1; index += 1) sectors.push(more.readUInt32LE(index * 4))
      next = more.readUInt32LE(this.#sectorSize - 4)
    }
    const used = sectors.filter((sector) => sector < mostSectors)
    if (used.length > most) throw this.#damaged('more tables than sectors')
    this.#table = words(await this.#readSectors(used))
    const directory = await this.#readChain(header.readUInt32LE(48))
    const miniStart = header.readUInt32LE(60)
    if (miniStart < mostSectors) this.#miniTable = words(await this.#readChain(miniStart))
    this.#readDirectory(directory)
  }

  /** The root's children form a binary tree; its colours do not matter to a reader. */
  #readDirectory(directory: Buffer): void {
    const entries: Entry[] = []
    for (let at = 0; at + 128 <= directory.length && entries.length < mostEntries; at += 128) {
      const length = Math.min(64, directory.readUInt16LE(at + 64))
      entries.push({
        name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
        kind: directory.readUInt8(at + 66),
        left: directory.readUInt32LE(at + 68),
        right: directory.readUInt32LE(at + 72),
        child: directory.readUInt32LE(at + 76),
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      })
    }
    const [root] = entries
    if (!root) throw this.#damaged('no directory')
    this.#root = root
    const seen = new Set<number>()
    const waiting = [root.child]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = entries[index]
      if (!entry || seen.has(index)) continue
      seen.add(index)
      if (entry.kind === 2) this.#streams.set(entry.name.toLowerCase(), entry)
      waiting.push(entry.left, entry.right)
    }
  }

  /** Without a size, the chain as long as it is. */
  async #readChain(start: number, size = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const sectors: number[] = []
    const wanted = Math.ceil(size / this.#sectorSize)
    for (let at = start; at < mostSectors && sectors.length < wanted; at = this.#table[at] ?? mostSectors) {
      if (sectors.length > this.#table.length) throw this.#damaged('chain without end')
      sectors.push(at)
    }
    const bytes = await this.#readSectors(sectors)
    if (bytes.length < size && size !== Number.POSITIVE_INFINITY)
      throw new RecapError('file-truncated', 'stream ends early', { file: this.#file })
    return size < bytes.length ? bytes.subarray(0, size) : bytes
  }

  /** Runs of sectors that follow one another, as nearly all do, are read at once. */
  async #readSectors(sectors: readonly number[]): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let index = 0; index < sectors.length;) {
      const first = sectors[index] ?? 0
      let count = 1
      while (sectors[index + count] === first + count) count += 1
      pieces.push(await this.#readSector(first, count))
      index += count
    }
    return Buffer.concat(pieces)
  }

  /** The last sector of a file may be cut to what it holds. */
  async #readSector(sector: number, count = 1): Promise<Buffer> {
    const from = (sector + 1) * this.#sectorSize
    const last = from + (count - 1) * this.#sectorSize
    if (last >= this.#fileSize)
      throw new RecapError('file-truncated', `sector ${sector} is not there`, { file: this.#file })
    const buffer = Buffer.alloc(count * this.#sectorSize)
    await this.#handle.read(buffer, 0, buffer.length, from)
    return buffer
  }

  #damaged(message: string): RecapError {
    return new RecapError('file-damaged', message, { file: this.#file })
  }
}

function words(bytes: Buffer): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(bytes.length >> 2)
  for (let index = 0; index < table.length; index += 1) table[index] = bytes.readUInt32LE(index * 4)
  return table
}
