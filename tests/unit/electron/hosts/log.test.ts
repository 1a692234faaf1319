import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../../../electron/hosts/log.ts'
import { temporaryFolder } from '../../../support/project.ts'

test('every entry is one line of JSON with its time and host', () => {
  const folder = join(temporaryFolder(), 'data')
  const log = createLog(folder, 'cli', () => new Date('2026-07-01T08:00:00Z'))
  log({ level: 'info', event: 'started' })
  log({ level: 'error', event: 'call-failed', error: 'a\nb' })
  const lines = readFileSync(join(folder, 'log.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at: '2026-07-01T08:00:00.000Z', host: 'cli', level: 'info', event: 'started' },
    { at: '2026-07-01T08:00:00.000Z', host: 'cli', level: 'error', event: 'call-failed', error: 'a\nb' },
  ])
})

test('a log that grew is put aside, once', () => {
  const folder = temporaryFolder()
  const log = createLog(folder, 'web')
  for (let count = 0; count < 5; count += 1) log({ level: 'warn', event: 'long', text: 'x'.repeat(700_000) })
  expect(readdirSync(folder).toSorted()).toEqual(['log.jsonl', 'log.old.jsonl'])
  expect(statSync(join(folder, 'log.jsonl')).size).toBeLessThan(1_500_000)
})

test('a log that cannot be written disturbs nobody', () => {
  expect(() => createLog('/dev/null/nowhere', 'cli')({ level: 'info', event: 'started' })).not.toThrow()
})
