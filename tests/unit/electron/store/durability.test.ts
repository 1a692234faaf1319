import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { openStore } from '../../../../electron/store/index.ts'
import { temporaryStore } from '../../../support/project.ts'

const storeModule = new URL('../../../../electron/store/index.ts', import.meta.url).href
const rowModule = new URL('../../../../shared/model/row-batch.ts', import.meta.url).href

/** Saves for ever, a text that names the revision it becomes, and tells each revision once it is acknowledged. */
const saving = (path: string): string => `
  import { writeSync } from 'node:fs'
  import { openStore } from ${JSON.stringify(storeModule)}
  const store = openStore(${JSON.stringify(path)}, { asideFolder: ${JSON.stringify(`${path}-aside`)} })
  let { revision } = store.report.read()
  for (;;) {
    const text = String(revision + 1)
    const blocks = ['a', 'b', 'c'].map((id) => ({ id, type: 'paragraph', content: [{ type: 'text', text }] }))
    revision = store.report.save(revision, blocks, new Date()).revision
    writeSync(1, revision + '\\n')
  }`

test(
  'killed at any moment, every acknowledged save is there and no save is half there',
  { timeout: 30_000 },
  async () => {
    const { store, path, folder } = temporaryStore()
    let acknowledged = 0
    // How many saves after the start of each round the child is killed; a few fixed numbers stand for chance.
    for (const saves of [1, 2, 3, 7, 19, 40]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', saving(path)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let count = 0
      for await (const line of createInterface(child.stdout)) {
        acknowledged = Number(line)
        count += 1
        if (count === saves) child.kill('SIGKILL')
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')

      const opened = openStore(path, { asideFolder: folder })
      const { revision, blocks } = opened.report.read()
      expect(revision).toBeGreaterThanOrEqual(acknowledged)
      expect(blocks.map((block) => 'content' in block && block.content)).toEqual(
        ['a', 'b', 'c'].map(() => [{ type: 'text', text: String(revision) }]),
      )
      opened.close()
    }
    expect(acknowledged).toBeGreaterThanOrEqual(72)
    expect(store.report.read().revision).toBeGreaterThanOrEqual(72)
  },
)

/** Imports a table without end and tells every batch that was taken. */
const importing = (path: string): string => `
  import { writeSync } from 'node:fs'
  import { RowWriter } from ${JSON.stringify(rowModule)}
  import { openStore } from ${JSON.stringify(storeModule)}
  const store = openStore(${JSON.stringify(path)}, { asideFolder: ${JSON.stringify(`${path}-aside`)} })
  await store.sources.import(async (sink) => {
    const writer = new RowWriter()
    for (let row = 2; ; row += 1) {
      writer.start(row)
      writer.text('x'.repeat(50))
      writer.number(row)
      writer.end()
      if (writer.rows < 500) continue
      await sink.take(0, writer.take())
      writeSync(1, '500\\n')
    }
  }, { importedAt: new Date() })`

test('killed in the middle of an import, the project is as it was before', { timeout: 30_000 }, async () => {
  const { store, path, folder } = temporaryStore()
  store.report.save(0, [], new Date())
  store.close()
  const before = readFileSync(path)
  const child = spawn(process.execPath, ['--input-type=module', '-e', importing(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  })
  let rows = 0
  for await (const line of createInterface(child.stdout)) {
    rows += Number(line)
    if (rows === 20_000) child.kill('SIGKILL')
  }
  expect(rows).toBeGreaterThanOrEqual(20_000)
  expect(readFileSync(path).equals(before)).toBe(true)
  const opened = openStore(path, { asideFolder: folder })
  expect(opened.sources.list()).toEqual([])
  expect(opened.report.read().revision).toBe(1)
  opened.close()
  expect(statSync(path).size).toBe(before.length)
})

/** Reads a table of 200,000 rows and tells when it has, which is when the project takes them over. */
const promoting = (path: string): string => `
  import { writeSync } from 'node:fs'
  import { RowWriter } from ${JSON.stringify(rowModule)}
  import { openStore } from ${JSON.stringify(storeModule)}
  const store = openStore(${JSON.stringify(path)}, { asideFolder: ${JSON.stringify(`${path}-aside`)} })
  const writer = new RowWriter()
  const batches = []
  for (let row = 2; row < 200_002; row += 1) {
    writer.start(row)
    writer.text('x'.repeat(50))
    writer.number(row)
    writer.end()
    if (writer.rows === 10_000) batches.push(writer.take())
  }
  const table = {
    sheet: 'a', range: 'A1:B200001', headerRows: [1], name: 'a', skipped: [], rowCount: 200_000,
    columns: [{ name: 'x', type: 'text', letter: 'A' }, { name: 'y', type: 'integer', letter: 'B' }],
  }
  await store.sources.import(async (sink) => {
    for (const batch of batches) await sink.take(0, batch)
    writeSync(1, 'read\\n')
    return {
      inspection: { file: 'a.csv', format: 'csv', sha256: 'x', size: 1, tables: [table], problems: [] },
      streams: [0],
    }
  }, { importedAt: new Date() })
  writeSync(1, 'stored\\n')`

function summarised(path: string): boolean {
  const database = connect(path, { readOnly: true })
  const parts = database.all('SELECT 1 FROM summary')
  database.close()
  return parts.length > 0
}

test(
  'killed while the rows are taken over, the project has all of them and their summary, or none',
  { timeout: 30_000 },
  async () => {
    const { path, folder, store } = temporaryStore()
    store.close()
    for (const delay of [0, 15, 60]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', promoting(path)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TMPDIR: folder },
      })
      const said: string[] = []
      for await (const line of createInterface(child.stdout)) {
        said.push(line)
        if (line === 'read') setTimeout(() => child.kill('SIGKILL'), delay)
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      expect(said[0]).toBe('read')

      const opened = openStore(path, { asideFolder: folder })
      opened.assertSound()
      const [table] = opened.tables.list()
      if (said.includes('stored')) expect(table).toBeDefined()
      if (table) {
        expect(opened.tables.query(table.id, [], []).rows).toEqual([[200_000]])
        expect(summarised(path)).toBe(true)
        expect(opened.tables.rows(table.id, { from: 199_999, limit: 5 }).rows.map(({ row }) => row)).toEqual([
          200_001,
        ])
      } else {
        expect(opened.sources.list()).toEqual([])
        expect(summarised(path)).toBe(false)
      }
      opened.close()
    }
  },
)
