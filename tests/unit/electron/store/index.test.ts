import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { newestVersion } from '../../../../electron/store/migrate.ts'
import { createStore, openStore } from '../../../../electron/store/index.ts'
import { someProject, temporaryFolder, temporaryStore } from '../../../support/project.ts'

const refused = (code: string): unknown => expect.objectContaining({ code })

/** A closed project's path. */
function closedProject(): string {
  const path = join(temporaryFolder(), '项目.recap')
  createStore(path, someProject, { asideFolder: temporaryFolder() }).close()
  return path
}

const open = (path: string): ReturnType<typeof openStore> =>
  openStore(path, { asideFolder: temporaryFolder() })

test('a new project is one file that says what it is', () => {
  const path = closedProject()
  expect(readdirSync(join(path, '..'))).toEqual(['项目.recap'])
  const header = readFileSync(path)
  expect(header.toString('latin1', 68, 72)).toBe('RCAP')
  expect(header.readUInt32BE(60)).toBe(newestVersion)
  const store = open(path)
  expect(store.project.read()).toEqual(someProject)
  expect(store.readOnly).toBe(false)
  store.close()
})

test('creating never replaces a file and needs its folder', () => {
  const path = closedProject()
  const before = readFileSync(path)
  const options = { asideFolder: temporaryFolder() }
  expect(() => createStore(path, someProject, options)).toThrow(refused('project-exists'))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(() => createStore(join(path, '..', 'no', 'x.recap'), someProject, options)).toThrow(
    refused('folder-missing'),
  )
})

test('what is not a project is refused as it is', () => {
  const folder = temporaryFolder()
  expect(() => open(join(folder, 'none.recap'))).toThrow(refused('project-missing'))
  expect(() => open(folder)).toThrow(refused('project-not-a-project'))
  for (const [name, bytes] of Object.entries({
    'empty.recap': '',
    'text.recap': 'a,b\n1,2\n'.repeat(100),
    'short.recap': 'SQLite format 3\0',
  })) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    expect(() => open(path)).toThrow(refused('project-not-a-project'))
    expect(readFileSync(path, 'latin1')).toBe(bytes)
  }
  const stranger = join(folder, 'stranger.recap')
  const database = connect(stranger, { readOnly: false })
  database.script('CREATE TABLE t (a) ')
  database.close()
  expect(() => open(stranger)).toThrow(refused('project-not-a-project'))
})

test('a project of a newer version keeps every byte', () => {
  const path = closedProject()
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(99, 60)
  writeFileSync(path, bytes)
  expect(() => open(path)).toThrow(
    expect.objectContaining({ code: 'project-newer', detail: { file: '项目.recap', version: 99 } }),
  )
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(join(path, '..'))).toEqual(['项目.recap'])
})

test('a newer version that only the log knows of keeps every byte of both', () => {
  const path = closedProject()
  const script = `
    const Sqlite = require('better-sqlite3')
    const database = new Sqlite(${JSON.stringify(path)})
    database.pragma('user_version = 99')
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['-e', script], { cwd: process.cwd() })
  const files = [path, `${path}-wal`]
  const before = files.map((file) => readFileSync(file))
  expect(before[0]?.readUInt32BE(60)).toBe(newestVersion)
  expect(() => open(path)).toThrow(refused('project-newer'))
  expect(files.map((file) => readFileSync(file))).toEqual(before)
})

test('damage is noticed before anything is used, and the file stays as it is', () => {
  const path = closedProject()
  const whole = readFileSync(path)
  const page = 4096
  const damages: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.fill(0, page, 2 * page),
    (bytes) => bytes.fill(0xff, 100, page),
    (bytes) => bytes.subarray(0, bytes.length - page),
  ]
  for (const damage of damages) {
    const bytes = Buffer.from(damage(Buffer.from(whole)))
    writeFileSync(path, bytes)
    expect(() => open(path)).toThrow(refused('project-damaged'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
})

test('a project in a folder that cannot be written opens for reading only and leaves nothing there', (context) => {
  const path = closedProject()
  const folder = join(path, '..')
  // Root passes every file mode, so the folder and the file are made immutable.
  const immutable = (flag: '+i' | '-i'): boolean => spawnSync('chattr', [flag, path, folder]).status === 0
  if (!immutable('+i')) context.skip()
  try {
    const store = open(path)
    expect(store.readOnly).toBe(true)
    expect(store.project.read()).toEqual(someProject)
    expect(() => store.project.write(someProject)).toThrow(refused('project-read-only'))
    expect(() => store.report.save(0, [], new Date())).toThrow(refused('project-read-only'))
    expect(readdirSync(folder)).toEqual(['项目.recap'])
    store.close()
    expect(() => createStore(join(folder, 'b.recap'), someProject, { asideFolder: folder })).toThrow(
      expect.objectContaining({ code: 'folder-read-only' }),
    )
    expect(readdirSync(folder)).toEqual(['项目.recap'])
  } finally {
    immutable('-i')
  }
})

test('a second writer waits, and is refused when the first does not end', { timeout: 15_000 }, () => {
  const { path, folder } = temporaryStore()
  const holder = connect(path, { readOnly: false })
  const second = openStore(path, { asideFolder: folder })
  holder.write(() => {
    const start = performance.now()
    expect(() => second.report.save(0, [], new Date())).toThrow(refused('project-busy'))
    expect(performance.now() - start).toBeGreaterThan(4500)
    expect(performance.now() - start).toBeLessThan(7000)
  })
  expect(second.report.save(0, [], new Date()).revision).toBe(1)
  second.close()
  holder.close()
})

test('a copy is whole and opens by itself while the project is open', () => {
  const { store, folder } = temporaryStore()
  store.report.save(0, [], new Date('2026-07-01T08:00:00Z'))
  const copy = join(folder, 'copy.recap')
  store.copyTo(copy)
  const opened = openStore(copy, { asideFolder: folder })
  expect(opened.report.read().revision).toBe(1)
  opened.close()
})

test('a disk that is full refuses the change and keeps what was saved', (context) => {
  const folder = temporaryFolder()
  const small = join(folder, 'small')
  mkdirSync(small)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status !== 0) context.skip()
  try {
    const path = join(small, 'a.recap')
    const store = createStore(path, someProject, { asideFolder: folder })
    const text = 'x'.repeat(100_000)
    const save = (revision: number): unknown =>
      store.report.save(
        revision,
        Array.from({ length: revision + 1 }, (_, index) => ({
          id: `b${index}` as never,
          type: 'paragraph',
          content: [{ type: 'text', text: `${revision} ${text}` }],
        })),
        new Date(),
      )
    let saved = 0
    expect(() => {
      for (; saved < 100; saved += 1) save(saved)
    }).toThrow(refused('disk-full'))
    expect(saved).toBeGreaterThan(0)
    expect(store.report.read().revision).toBe(saved)
    expect(store.report.read().blocks).toHaveLength(saved)
    store.close()
  } finally {
    spawnSync('umount', ['-l', small])
  }
})

test('a truncated project is told from a damaged one only by its header', () => {
  const path = closedProject()
  const copy = join(temporaryFolder(), 'cut.recap')
  copyFileSync(path, copy)
  truncateSync(copy, 50)
  expect(() => open(copy)).toThrow(refused('project-not-a-project'))
  expect(existsSync(`${copy}-wal`)).toBe(false)
})
