import { writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../../../electron/import/limits.ts'
import { ZipPackage } from '../../../../../electron/import/formats/zip-package.ts'
import { scratchFolder, zipOf } from '../../../../support/workbook.ts'

const { folder, save } = scratchFolder()

/** Every part read to its end, or the code of the refusal. */
async function outcome(bytes: Uint8Array, part = 'a.xml'): Promise<string> {
  const { path, name } = save('a.xlsx', bytes)
  try {
    const zip = await ZipPackage.open(path, name)
    try {
      let size = 0
      for await (const piece of zip.bytes(part)) size += piece.length
      return String(size)
    } finally {
      zip.close()
    }
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const plain = Buffer.from('<a>' + '内容'.repeat(5000) + '</a>')
const good = zipOf({ 'a.xml': plain, 'b.xml': '<b/>' })
/** Of the central directory's record of the first entry. */
const directory = Buffer.from(good).indexOf('PK\x01\x02')

const changed = (change: (bytes: Buffer) => void): Uint8Array => {
  const bytes = Buffer.from(good)
  change(bytes)
  return bytes
}

describe('a zip package', () => {
  it('gives its parts, whatever the case of their names', async () => {
    expect(await outcome(good)).toBe(String(plain.length))
    expect(await outcome(good, 'A.XML')).toBe(String(plain.length))
    expect(await outcome(good, 'c.xml')).toBe('file-damaged')
  })

  it('refuses a part that is larger or smaller than it says, or whose checksum is off', async () => {
    for (const size of [0, 10, plain.length - 1, plain.length + 1, 2 ** 31 - 1])
      expect(await outcome(changed((bytes) => bytes.writeUInt32LE(size, directory + 24)))).toMatch(
        /^file-(damaged|too-large)$/,
      )
    expect(await outcome(changed((bytes) => bytes.writeUInt32LE(1, directory + 16)))).toBe('file-damaged')
  })

  it('refuses data that is cut or no deflate stream, and other compressions', async () => {
    const half = changed((bytes) =>
      bytes.writeUInt32LE(bytes.readUInt32LE(directory + 20) - 20, directory + 20),
    )
    expect(await outcome(half)).toBe('file-truncated')
    const noise = changed((bytes) => bytes.fill(0xff, 30 + 'a.xml'.length, 30 + 'a.xml'.length + 20))
    expect(await outcome(noise)).toBe('file-damaged')
    const method = changed((bytes) => bytes.writeUInt16LE(12, directory + 10))
    expect(await outcome(method)).toBe('file-damaged')
    for (let length = 1; length < good.length; length += 7)
      expect(await outcome(good.subarray(0, length))).toMatch(/^file-(truncated|damaged)$/)
  })

  it('refuses entries that share bytes, and names encryption', async () => {
    const second = Buffer.from(good).indexOf('PK\x01\x02', directory + 4)
    expect(await outcome(changed((bytes) => bytes.writeUInt32LE(1, second + 42)))).toBe('file-damaged')
    expect(await outcome(changed((bytes) => bytes.writeUInt16LE(1, directory + 8)))).toBe('file-encrypted')
  })

  it('refuses more parts than any workbook has', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_, n) => [`${n}`, '']))
    expect(await outcome(zipOf(many))).toBe('file-too-large')
  })

  it('inflates a bomb piece by piece, and not at all when it says how large it is', async () => {
    const bomb = deflateRawSync(Buffer.alloc(200 * 1024 ** 2))
    const stated = bombOf(bomb, 200 * 1024 ** 2)
    const before = process.memoryUsage.rss()
    const { path, name } = save('bomb.xlsx', stated)
    const zip = await ZipPackage.open(path, name)
    let size = 0
    await expect(async () => {
      for await (const piece of zip.bytes('a')) size += piece.length
    }).rejects.toMatchObject({ code: 'file-damaged' })
    zip.close()
    expect(size).toBe(200 * 1024 ** 2)
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 ** 2)
    expect(await outcome(bombOf(bomb, 2 ** 31 + 1), 'a')).toBe('file-too-large')
    // Says that it is small: no more is inflated than that.
    expect(await outcome(bombOf(bomb, 1000), 'a')).toBe('file-damaged')
  })

  it('may be left in the middle of a part', async () => {
    const long = zipOf({
      'a.xml': Buffer.from(Array.from({ length: 400_000 }, (_, n) => n * 7919).join(',')),
    })
    writeFileSync(`${folder}/long.xlsx`, long)
    for (let turn = 0; turn < 20; turn += 1) {
      const zip = await ZipPackage.open(`${folder}/long.xlsx`, 'long.xlsx')
      for await (const piece of zip.bytes('a.xml')) {
        expect(piece.length).toBeGreaterThan(0)
        break
      }
      zip.close()
    }
  })
})

/** A zip of one deflated entry that says it has `size` bytes. */
function bombOf(data: Buffer, size: number): Uint8Array {
  const local = Buffer.alloc(31)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(1, 26)
  local.write('a', 30)
  const central = Buffer.alloc(47)
  central.write('PK\x01\x02', 'latin1')
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(1, 28)
  central.write('a', 46)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length + data.length, 16)
  return Buffer.concat([local, data, central, end])
}
