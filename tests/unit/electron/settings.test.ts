import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recentFile, settingsFile } from '../../../electron/settings.ts'
import { temporaryFolder } from '../../support/project.ts'

test('settings change one by one and outlast the program', () => {
  const folder = temporaryFolder()
  expect(settingsFile(folder).read()).toEqual({ language: null, theme: 'system' })
  settingsFile(folder).write({ theme: 'dark' })
  expect(settingsFile(folder).write({ language: 'en' })).toEqual({ language: 'en', theme: 'dark' })
  expect(settingsFile(folder).read()).toEqual({ language: 'en', theme: 'dark' })
})

test('settings that cannot be understood are the usual ones', () => {
  const folder = temporaryFolder()
  for (const text of ['', '{', '[]', '{"theme":"pink"}', '\0\0\0\0']) {
    writeFileSync(join(folder, 'settings.json'), text)
    expect(settingsFile(folder).read()).toEqual({ language: null, theme: 'system' })
  }
})

test('the last opened project is first, each once, and those that are gone are forgotten', () => {
  const folder = temporaryFolder()
  const recent = recentFile(folder)
  const [a = '', b = ''] = ['a', 'b'].map((name) => {
    const path = join(folder, name)
    writeFileSync(path, '')
    return path
  })
  for (const path of [a, b, a]) recent.add(path)
  expect(recentFile(folder).list()).toEqual([a, b])
  rmSync(a)
  recent.add(b)
  expect(JSON.parse(readFileSync(join(folder, 'recent.json'), 'utf8'))).toEqual([b])
  writeFileSync(join(folder, 'recent.json'), '{"a":1}')
  expect(recent.list()).toEqual([])
})
