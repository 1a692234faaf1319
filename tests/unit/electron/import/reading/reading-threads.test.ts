import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewFile, readRaw } from '../../../../../electron/import/index.ts'
import { ReadingThreads } from '../../../../../electron/import/reading/reading-threads.ts'
import { RecapError } from '../../../../../shared/errors.ts'
import { keepingSink, readWhole } from '../../../../support/reading.ts'
import { scratchFolder } from '../../../../support/workbook.ts'

const { save } = scratchFolder()

/** A csv of so many rows, some 40 bytes each. */
function csv(rows: number): { path: string; name: string } {
  const lines = ['日期,渠道,点击,备注']
  for (let row = 0; row < rows; row += 1) lines.push(`2026-03-01,抖音,${row},第${row}行的备注`)
  return save('日报.csv', lines.join('\n'))
}

const small = csv(50)
const large = csv(400_000)

const tables = (file: { path: string; name: string }, rows = true) =>
  ({ kind: 'tables', file, recipe: undefined, rows }) as const

async function refusal(reading: Promise<unknown>): Promise<RecapError> {
  const error: unknown = await reading.then(
    () => new Error('not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof RecapError) return error
  throw error
}

describe('a thread that reads', () => {
  it('hands over every row, and goes on from the next file', async () => {
    const threads = new ReadingThreads()
    for (const [file, count] of [
      [large, 400_000],
      [small, 50],
    ] as const) {
      const sink = keepingSink()
      const told: number[] = []
      const { inspection, streams } = await threads.perform(tables(file), {
        sink,
        onProgress: ({ done, total, rows }) => told.push(done / total, rows),
      })
      expect(inspection.tables[0]?.rowCount).toBe(count)
      const rows = sink.streams.get(streams[0] ?? -1) ?? []
      expect([rows.length, rows.at(-1)?.values]).toEqual([
        count,
        ['2026-03-01', '抖音', count - 1, `第${count - 1}行的备注`],
      ])
      expect(told.at(-2)).toBe(1)
      expect(told.at(-1)).toBeGreaterThanOrEqual(count)
    }
  })

  it('waits for a slow sink rather than pile up rows', async () => {
    let atOnce = 0
    let most = 0
    let batches = 0
    const sent = performance.now()
    await new ReadingThreads().perform(tables(large), {
      sink: {
        async take() {
          atOnce += 1
          most = Math.max(most, atOnce)
          await new Promise((resolve) => setTimeout(resolve, 20))
          atOnce -= 1
          batches += 1
        },
        again: () => {},
      },
    })
    expect(most).toBe(1)
    expect(batches).toBeGreaterThan(10)
    expect(performance.now() - sent).toBeGreaterThan(batches * 19)
  })

  it('is ended within a second when it is cancelled, and hands over nothing afterwards', async () => {
    const control = new AbortController()
    let batches = 0
    let at = 0
    const reading = new ReadingThreads().perform(tables(large), {
      signal: control.signal,
      sink: {
        take() {
          batches += 1
          if (batches < 3) return
          at = performance.now()
          control.abort()
        },
        again: () => {},
      },
    })
    expect((await refusal(reading)).code).toBe('job-cancelled')
    expect(performance.now() - at).toBeLessThan(1000)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(batches).toBe(3)
    expect(
      (await refusal(new ReadingThreads().perform(tables(small), { signal: control.signal }))).code,
    ).toBe('job-cancelled')
  })

  it('ends with what the sink throws', async () => {
    const full = new RecapError('disk-full', 'no space')
    const reading = new ReadingThreads().perform(tables(large), {
      sink: { take: () => Promise.reject(full), again: () => {} },
    })
    expect(await refusal(reading)).toBe(full)
  })

  it('takes turns: a task that waits may be cancelled, and goes on when another is done', async () => {
    const threads = new ReadingThreads({ threads: 1 })
    const control = new AbortController()
    const first = threads.perform(tables(large, false))
    const second = threads.perform(tables(small), { signal: control.signal })
    const third = threads.perform(tables(small))
    control.abort()
    expect((await refusal(second)).code).toBe('job-cancelled')
    expect((await first).inspection.tables[0]?.rowCount).toBe(400_000)
    expect((await third).inspection.tables[0]?.rowCount).toBe(50)
  })
})

describe('a file that takes too much', () => {
  const raw = { kind: 'raw', file: large, sheet: undefined } as const

  it('of the heap is refused, while everything else goes on', async () => {
    const threads = new ReadingThreads({ heapBytes: 32 * 1024 ** 2 })
    const error = await refusal(threads.perform(raw))
    expect([error.code, error.detail['cap']]).toEqual(['file-too-large', 'heapBytes'])
    expect((await threads.perform(tables(small))).inspection.tables[0]?.rowCount).toBe(50)
  })

  it('of the process is refused', async () => {
    const error = await refusal(new ReadingThreads({ memoryBytes: 1024 }).perform(raw))
    expect([error.code, error.detail['cap']]).toEqual(['file-too-large', 'memoryBytes'])
  })

  it('of time without a word is refused', async () => {
    const error = await refusal(
      new ReadingThreads({ silentSeconds: 0.2, silentBytes: Infinity }).perform(raw),
    )
    expect([error.code, error.detail['cap']]).toEqual(['file-too-large', 'silentSeconds'])
  })
})

describe('the front', () => {
  it('refuses in the words of the reader, and gives the digest of the file', async () => {
    const text = '渠道,点击\n抖音,1\n微信,2\n'
    const { inspection } = await readWhole(save('a.csv', text))
    expect(inspection.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    await expect(readWhole({ path: '/nowhere/a.csv', name: 'a.csv' })).rejects.toMatchObject({
      code: 'file-missing',
      detail: { file: 'a.csv' },
    })
    await expect(previewFile(save('b.csv', ''))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(readRaw(save('c.xlsx', 'PK\u0003\u0004'))).rejects.toMatchObject({ code: 'file-truncated' })
  })

  it('lets the program end at once', () => {
    const front = join(import.meta.dirname, '../../../../../electron/import/index.ts')
    const script = `const { inspectFile } = await import(${JSON.stringify(front)})
      const { inspection } = await inspectFile(${JSON.stringify(small)})
      process.stdout.write(String(inspection.tables[0].rowCount))`
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 10_000,
      encoding: 'utf8',
    })
    expect([stdout, stderr, status]).toEqual(['50', '', 0])
  })
})
