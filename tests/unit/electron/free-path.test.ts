import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freePath } from '../../../electron/free-path.ts'
import { temporaryFolder } from '../../support/project.ts'

const named = (folder: string, name: string): string => basename(freePath(folder, name, '未命名', '.recap'))

test('a name that is taken gets a number', () => {
  const folder = join(temporaryFolder(), 'projects')
  for (const expected of ['总结.recap', '总结 2.recap', '总结 3.recap']) {
    const path = freePath(folder, '总结', '未命名', '.recap')
    writeFileSync(path, '')
    expect(basename(path)).toBe(expected)
  }
  expect(readdirSync(folder)).toHaveLength(3)
})

test('what no file system takes is left out', () => {
  const folder = temporaryFolder()
  expect(named(folder, 'a/b:c?')).toBe('a b c.recap')
  expect(named(folder, ' ../../etc/passwd. ')).toBe('etc passwd.recap')
  expect(named(folder, '')).toBe('未命名.recap')
  expect(named(folder, '...')).toBe('未命名.recap')
  expect(named(folder, 'con')).toBe('_con.recap')
})

test('any name becomes a file in the folder', () => {
  const folder = temporaryFolder()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const path = freePath(folder, name, '未命名', '.recap')
      expect(dirname(path)).toBe(folder)
      writeFileSync(path, '')
      expect(readdirSync(folder)).toContain(basename(path))
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('a folder that cannot be made is said to be so', () => {
  expect(() => freePath('/dev/null/projects', 'a', 'b', '.recap')).toThrow(
    expect.objectContaining({ code: 'folder-read-only', detail: { folder: 'projects' } }),
  )
})
