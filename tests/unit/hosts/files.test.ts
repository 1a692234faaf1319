import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  cleanFolder,
  createFileTable,
  downloadResponse,
  receiveFile,
  safeName,
  type UploadFolders,
} from '../../../electron/hosts/files.ts'
import { FileRef } from '../../../shared/model/ids.ts'

let folder: string
let folders: UploadFolders

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recap-files-'))
  folders = { uploads: join(folder, 'uploads'), projects: join(folder, 'projects') }
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** How every SQLite file begins: https://sqlite.org/fileformat.html */
const project = 'SQLite format 3\0'

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

describe('tokens', () => {
  it('stand for one path each, and are ids that nobody guesses', () => {
    const table = createFileTable(join(folder, 'scratch'))
    const ref = table.refFor('/a/日报.xlsx')
    expect(table.refFor('/a/日报.xlsx')).toBe(ref)
    expect(table.refFor('/b/日报.xlsx')).not.toBe(ref)
    expect(table.pathOf(ref)).toEqual({ path: '/a/日报.xlsx', name: '日报.xlsx' })
    expect(FileRef.parse(ref)).toBe(ref)
    expect(ref).toMatch(/^[\w-]{24}$/)
  })

  it('that were never given are refused', () => {
    const table = createFileTable(join(folder, 'scratch'))
    expect(() => table.pathOf(FileRef.parse('made-up'))).toThrow(
      expect.objectContaining({ code: 'file-missing' }),
    )
  })

  it('keep the name that the user knows', () => {
    const table = createFileTable(join(folder, 'scratch'))
    const ref = table.refFor('/uploads/x1', '日报.xlsx')
    expect(table.pathOf(ref).name).toBe('日报.xlsx')
  })

  it('offer files each in a folder of its own', () => {
    const table = createFileTable(join(folder, 'scratch'))
    const [one, two] = [table.scratch('总结.docx'), table.scratch('总结.docx')]
    expect(one).not.toBe(two)
    writeFileSync(one, 'a')
    writeFileSync(two, 'b')
  })
})

describe('names', () => {
  it('of any kind become one that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[/\\\p{Cc}<>:"|?*]|^\.|^\s|[\s.]$/u)
        expect(safe.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(211)
        expect(safe.isWellFormed()).toBe(true)
        expect(safeName(safe)).toBe(safe)
      }),
    )
  })

  it('that are good stay as they are', () => {
    for (const name of ['渠道投放日报.xlsx', 'Annual goals (2).xlsx', '2026.03.csv', 'no ending']) {
      expect(safeName(name)).toBe(name)
    }
  })
})

describe('an upload', () => {
  it('with the longest Chinese name is kept', async () => {
    const file = await receiveFile({ body: parts('a'), name: `${'总'.repeat(300)}.xlsx`, size: 0 }, folders)
    expect(file.name).toBe(`${'总'.repeat(60)}.xlsx`)
  })

  it('is kept whole, under its name', async () => {
    const file = await receiveFile({ body: parts('日期,', '渠道'), name: '日报.csv', size: 0 }, folders)
    expect(file.name).toBe('日报.csv')
    expect(readFileSync(file.path, 'utf8')).toBe('日期,渠道')
  })

  it('that is too large leaves nothing', async () => {
    const received = receiveFile({ body: parts('12345', '67890'), name: 'a.csv', size: 0 }, folders, 8)
    await expect(received).rejects.toMatchObject({ code: 'file-too-large', detail: { file: 'a.csv' } })
    expect(readdirSync(folders.uploads)).toEqual([])
  })

  it('that breaks off leaves nothing, of a project too', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${project}half`)
      throw new Error('gone')
    }
    for (const name of ['a.csv', 'a.recap']) {
      await expect(receiveFile({ body: broken(), name: name, size: 0 }, folders)).rejects.toThrow('gone')
    }
    expect(readdirSync(folders.uploads)).toEqual([])
    expect(readdirSync(folders.projects)).toEqual([])
  })

  it('that says it is too large is not even begun', async () => {
    const received = receiveFile({ body: parts('1'), name: 'a.csv', size: 9 }, folders, 8)
    await expect(received).rejects.toMatchObject({ code: 'file-too-large' })
    expect(existsSync(folders.uploads)).toBe(false)
  })

  it('that is empty is kept too: the engine says what is wrong with it', async () => {
    const file = await receiveFile({ body: parts(), name: 'a.csv', size: 0 }, folders)
    expect(readFileSync(file.path, 'utf8')).toBe('')
  })

  it('called a project that cannot be one stays out of the projects', async () => {
    const file = await receiveFile({ body: parts('PK'), name: '总结.recap', size: 2 }, folders)
    expect(file.path.startsWith(folders.uploads)).toBe(true)
    expect(existsSync(folders.projects)).toBe(false)
  })

  it('of a project goes to the projects, where it stays, and takes nobody’s name', async () => {
    mkdirSync(folders.projects)
    writeFileSync(join(folders.projects, '总结.recap'), 'mine')
    const file = await receiveFile({ body: parts(`${project}theirs`), name: '总结.RECAP', size: 0 }, folders)
    const again = await receiveFile({ body: parts(`${project}again`), name: '总结.recap', size: 0 }, folders)
    expect([file.name, again.name]).toEqual(['总结.RECAP', '总结 (2).recap'])
    expect(readFileSync(join(folders.projects, '总结.recap'), 'utf8')).toBe('mine')
  })
})

describe('a download', () => {
  it('of a file that has gone says so', async () => {
    const download = downloadResponse({ path: join(folder, 'gone.docx'), name: '总结.docx' })
    await expect(download).rejects.toMatchObject({ code: 'file-missing', detail: { file: '总结.docx' } })
  })
})

describe('cleaning', () => {
  it('removes what is a day old and keeps what is not', () => {
    for (const name of ['old', 'new']) mkdirSync(join(folders.uploads, name), { recursive: true })
    const now = new Date()
    const before = new Date(now.getTime() - 25 * 3600 * 1000)
    utimesSync(join(folders.uploads, 'old'), before, before)
    cleanFolder(folders.uploads, now)
    expect(readdirSync(folders.uploads)).toEqual(['new'])
    cleanFolder(join(folder, 'never made'), now)
    expect(existsSync(join(folder, 'never made'))).toBe(false)
  })
})
