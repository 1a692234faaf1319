import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { readBook } from '../../../../../support/raw-book.ts'
import { scratchFolder } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

/** Written by hyparquet-writer 0.17.0, which is not installed here: gzipped, in base64. */
const fixture = (name: string): Buffer => {
  const path = join(import.meta.dirname, '../../../../../fixtures', `${name}.parquet.txt`)
  return gunzipSync(Buffer.from(readFileSync(path, 'latin1'), 'base64'))
}

describe('a Parquet file is a sheet', () => {
  it('with the names of its columns above, each value as a cell of its type', async () => {
    const { format, sheets } = await readBook(save('明细.parquet', fixture('types')))
    expect(format).toBe('parquet')
    expect(sheets.map(({ name }) => name)).toEqual(['明细'])
    const [head = [], first = [], second = [], ...rest] = sheets[0]?.rows ?? []
    // The last row has nothing in it.
    expect(rest).toEqual([])
    expect(
      Object.fromEntries(
        head.map((name, column) => [typeof name === 'string' ? name : '', [first[column], second[column]]]),
      ),
    ).toEqual({
      名称: ['抖音', '微信, "视频号"'],
      数量: [1, -2_147_483_648],
      // Beyond 2^53 a number would lose its last digit.
      大整数: ['9007199254740993', -5],
      金额: [1234.5, -0.01],
      // Not a number is no value.
      比例: [0.1, null],
      单精度: [0.1, { error: 'inf' }],
      日期: [{ date: '2026-03-01' }, { date: '1899-12-31' }],
      时间: [{ datetime: '2026-03-01T09:30:15.500' }, { datetime: '1970-01-01T00:00:00' }],
      时刻: [{ time: '09:30:00' }, { time: '00:00:00' }],
      布尔: [true, false],
      // Bytes that are no text are hexadecimal.
      编号: ['00123', 'ff00'],
      JSON: ['{"a":[1,2]}', '"x"'],
      标签: ['a, b', ''],
      无符号: [4_294_967_295, 1],
    })
  })

  it.each(['snappy', 'gzip', 'zstd', 'brotli', 'lz4'])('whose pages are packed by %s', async (codec) => {
    const { sheets } = await readBook(save('a.xlsx', fixture(codec)))
    const words = ['抖音', '微信', 'B站']
    const rows = Array.from({ length: 50 }, (_, row) => [words[row % 3], row * 3])
    expect(sheets[0]?.rows).toEqual([['渠道', '点击'], ...rows])
  })

  it('the library itself gives the same, where it does not lose digits', async () => {
    const bytes = fixture('snappy')
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const objects = await parquetReadObjects({ file })
    const { sheets } = await readBook(save('a.parquet', bytes))
    const [, ...rows] = sheets[0]?.rows ?? []
    expect(rows).toEqual(objects.map((object): unknown[] => [object['渠道'], object['点击']]))
  })

  it('its first rows on their own give the same sheet', async () => {
    const file = save('a.parquet', fixture('gzip'))
    expect(await readBook(file, { head: true })).toEqual(await readBook(file))
  })

  it('an encrypted one and a cut one are named so', async () => {
    const bytes = fixture('types')
    const cut = readBook(save('a.parquet', bytes.subarray(0, -5)))
    await expect(cut).rejects.toMatchObject({ code: 'file-truncated' })
    const locked = Buffer.concat([Buffer.from('PARE'), bytes.subarray(4, -4), Buffer.from('PARE')])
    await expect(readBook(save('a.parquet', locked))).rejects.toMatchObject({ code: 'file-encrypted' })
  })
})
