import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { BlockId } from '../../../../shared/model/ids.ts'
import type { Block } from '../../../../shared/model/report.ts'
import { temporaryStore } from '../../../support/project.ts'

const savedAt = new Date('2026-07-01T08:00:00Z')

const paragraph = (id: string, text: string): Block => ({
  id: BlockId.parse(id),
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

test('a new project has an empty report of revision 0', () => {
  expect(temporaryStore().store.report.read()).toEqual({ revision: 0, blocks: [] })
})

test('what is saved is read back, whatever the order and the changes', () => {
  const { store } = temporaryStore()
  const block = fc.record({
    id: fc.integer({ min: 0, max: 12 }).map((n) => `b${n}`),
    text: fc.string({ unit: 'grapheme' }),
  })
  const blocks = fc.uniqueArray(block, { selector: ({ id }) => id })
  fc.assert(
    fc.property(blocks, (made) => {
      const wanted = made.map(({ id, text }) => paragraph(id, text))
      const { revision } = store.report.read()
      expect(store.report.save(revision, wanted, savedAt)).toEqual({
        revision: revision + 1,
        savedAt: savedAt.toISOString(),
      })
      expect(store.report.read()).toEqual({ revision: revision + 1, blocks: wanted })
    }),
    { numRuns: 60 },
  )
})

test('only the blocks that changed are written', () => {
  const { store, path } = temporaryStore()
  const many = Array.from({ length: 200 }, (_, index) => paragraph(`b${index}`, `第 ${index} 段`))
  store.report.save(0, many, savedAt)
  const watcher = connect(path, { readOnly: false })
  watcher.script(`
    CREATE TABLE written (id TEXT) STRICT;
    CREATE TRIGGER a AFTER INSERT ON block BEGIN INSERT INTO written VALUES (new.id); END;
    CREATE TRIGGER b AFTER UPDATE ON block BEGIN INSERT INTO written VALUES (new.id); END;
  `)
  store.report.save(
    1,
    [paragraph('new', '开头'), ...many.slice(0, 100), paragraph('b100', '改过'), ...many.slice(101)],
    savedAt,
  )
  expect(watcher.all('SELECT id FROM written ORDER BY id')).toEqual([{ id: 'b100' }, { id: 'new' }])
  watcher.close()
})

test('a save made from an older revision is refused and changes nothing', () => {
  const { store } = temporaryStore()
  store.report.save(0, [paragraph('a', '一')], savedAt)
  expect(() => store.report.save(0, [paragraph('a', '二')], savedAt)).toThrow(
    expect.objectContaining({ code: 'report-changed-elsewhere' }),
  )
  expect(store.report.read()).toEqual({ revision: 1, blocks: [paragraph('a', '一')] })
})

test('one id for two blocks is refused', () => {
  const { store } = temporaryStore()
  expect(() => store.report.save(0, [paragraph('a', '一'), paragraph('a', '二')], savedAt)).toThrow(
    expect.objectContaining({ code: 'input-invalid' }),
  )
  expect(store.report.read().revision).toBe(0)
})

test('a block that another program spoiled is damage, not an empty report', () => {
  const { store, path } = temporaryStore()
  store.report.save(0, [paragraph('a', '一')], savedAt)
  const other = connect(path, { readOnly: false })
  other.run(`UPDATE block SET body = '{"id":"a"'`)
  other.close()
  expect(() => store.report.read()).toThrow(expect.objectContaining({ code: 'project-damaged' }))
})
