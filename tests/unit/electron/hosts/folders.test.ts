import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolders, samplesFolder } from '../../../../electron/hosts/folders.ts'

test('one folder holds everything when it is named', () => {
  expect(dataFolders({ RECAP_DATA: '/tmp/recap' }, 'linux')).toEqual({
    dataFolder: '/tmp/recap',
    projectsFolder: '/tmp/recap/projects',
    uploadsFolder: '/tmp/recap/uploads',
    scratchFolder: '/tmp/recap/scratch',
  })
  expect(dataFolders({ RECAP_DATA: '/tmp/recap' }, 'linux', '/tmp/other').dataFolder).toBe('/tmp/other')
})

test("else each system's own places", () => {
  expect(dataFolders({ XDG_DATA_HOME: '/x' }, 'linux').dataFolder).toBe('/x/recap')
  expect(dataFolders({}, 'darwin').dataFolder).toBe(join(homedir(), 'Library/Application Support/Recap'))
  expect(dataFolders({ APPDATA: '/roaming' }, 'win32')).toMatchObject({
    dataFolder: '/roaming/Recap',
    projectsFolder: join(homedir(), 'Documents/Recap'),
  })
})

test('a test without a folder of its own is refused', () => {
  expect(() => dataFolders({ RECAP_TEST: '1' }, 'linux')).toThrow(
    expect.objectContaining({ code: 'environment-unfit' }),
  )
})

test('the samples are where they are said to be', () => {
  expect(readdirSync(samplesFolder)).toContain('渠道投放日报.xlsx')
})
