import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWholeFile } from '../../../electron/whole-file.ts'
import { temporaryFolder } from '../../support/project.ts'

const refused = (code: string): unknown => expect.objectContaining({ code })

test('a file is made and replaced, and nothing else is left', () => {
  const folder = temporaryFolder()
  const path = join(folder, '报告.docx')
  writeWholeFile(path, 'one')
  writeWholeFile(path, Uint8Array.of(1, 2))
  expect([...readFileSync(path)]).toEqual([1, 2])
  expect(readdirSync(folder)).toEqual(['报告.docx'])
})

test('a folder that is not there is named, without its path', () => {
  expect(() => writeWholeFile(join(temporaryFolder(), '没有', 'a.docx'), '')).toThrow(
    expect.objectContaining({ code: 'folder-missing', detail: { folder: '没有' } }),
  )
})

test('a target that cannot be replaced stays as it is', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.docx')
  mkdirSync(path)
  expect(() => writeWholeFile(path, 'x')).toThrow(refused('export-target-busy'))
  expect(readdirSync(folder)).toEqual(['a.docx'])
})

test('an immutable folder and an immutable file are told apart', (context) => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.docx')
  writeFileSync(path, 'old')
  const set = (flag: string, target: string): boolean => spawnSync('chattr', [flag, target]).status === 0
  if (!set('+i', path)) context.skip()
  try {
    expect(() => writeWholeFile(path, 'new')).toThrow(refused('export-target-busy'))
    set('-i', path)
    set('+i', folder)
    expect(() => writeWholeFile(join(folder, 'b.docx'), 'new')).toThrow(refused('folder-read-only'))
  } finally {
    set('-i', path)
    set('-i', folder)
  }
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.docx'])
})

test('a full disk leaves the old file whole', (context) => {
  const folder = temporaryFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0) context.skip()
  try {
    const path = join(folder, 'a.docx')
    writeWholeFile(path, 'old')
    expect(() => writeWholeFile(path, new Uint8Array(1_000_000))).toThrow(refused('disk-full'))
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.docx'])
  } finally {
    spawnSync('umount', ['-l', folder])
  }
})
