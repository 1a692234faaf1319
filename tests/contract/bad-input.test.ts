// Files that cannot be taken in: the same code over every transport, words in both languages, and nothing half-written.

import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ErrorCode, RecapError } from '../../shared/errors.ts'
import { type Client, createClient } from '../../shared/rpc.ts'
import { errorText } from '../../shared/text/errors.ts'
import { sampleFile } from '../support/platform.ts'
import { scratchFolder, zipOf } from '../support/workbook.ts'
import { type Started, transports } from './transports.ts'

const sample = readFileSync(sampleFile('渠道投放日报.xlsx'))

const wordDocument = zipOf({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': '<document/>',
})

const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

const locked = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: '甲', rows: [['a'], [1]] }],
    encryption: { password: '秘密', spinCount: 1000 },
  })

const cases: readonly {
  what: string
  name: string
  bytes: () => Promise<Uint8Array> | Uint8Array
  code: ErrorCode
}[] = [
  { what: 'an empty file', name: '空.xlsx', bytes: () => new Uint8Array(), code: 'file-empty' },
  {
    what: 'a picture called a workbook',
    name: '截图.xlsx',
    bytes: () => picture,
    code: 'file-not-a-spreadsheet',
  },
  { what: 'a Word document', name: '总结.xlsx', bytes: () => wordDocument, code: 'file-is-a-document' },
  { what: 'a workbook with a password', name: '加密.xlsx', bytes: locked, code: 'file-encrypted' },
  {
    what: 'half a workbook',
    name: '日报.xlsx',
    bytes: () => sample.subarray(0, sample.length / 2),
    code: 'file-truncated',
  },
]

async function refusal(call: Promise<unknown>): Promise<RecapError> {
  const outcome: unknown = await call.catch((error: unknown) => error)
  if (outcome instanceof RecapError) return outcome
  throw new Error('it was taken in', { cause: outcome })
}

describe.each(transports)('$name', ({ start }) => {
  let started: Started
  let client: Client
  const { save } = scratchFolder()

  beforeAll(async () => {
    started = await start()
    client = createClient(started.transport)
  })
  afterAll(() => started.close())

  test.each(cases)(
    '$what is refused as $code, and the project stays as it was',
    async ({ name, bytes, code }) => {
      const project = await client.call('projects.create', { template: 'internship', language: 'zh-CN' })
      const given = async () => started.give(save(name, await bytes()).path)
      // The web host refuses nothing of a file but its size; the engine says what it is.
      const error = await refusal(
        given().then((file) => client.call('sources.import', { project: project.id, file })),
      )
      expect(error).toMatchObject({ code, detail: { file: name } })
      for (const language of ['zh-CN', 'en'] as const) {
        const { what, safe, next } = errorText(language, code, error.detail)
        expect(what).toContain(name)
        expect(Math.min(what.length, safe.length, next.length)).toBeGreaterThan(5)
      }
      expect(await client.call('sources.list', { project: project.id })).toEqual({ sources: [] })
      expect(await client.call('figures.list', { project: project.id })).toEqual({ figures: [] })
    },
  )

  test('a project of a newer version is refused and handed back byte for byte', async () => {
    const project = await client.call('projects.create', { template: 'internship', language: 'zh-CN' })
    const { file: copy } = await client.call('projects.copy', { project: project.id })
    const bytes = Buffer.from(await started.take(copy))
    // user_version stands at byte 60 of an SQLite file (sqlite.org/fileformat2.html).
    bytes.writeUInt32BE(99, 60)
    const newer = await started.give(save('项目.recap', bytes).path)
    const error = await refusal(client.call('projects.open', { file: newer }))
    expect(error).toMatchObject({ code: 'project-newer', detail: { version: 99 } })
    expect(Buffer.from(await started.take(newer)).equals(bytes)).toBe(true)
  })

  test('a spreadsheet opened as a project is told from one', async () => {
    const file = await started.give(sampleFile('年度目标.xlsx'))
    expect((await refusal(client.call('projects.open', { file }))).code).toBe('project-not-a-project')
  })
})
