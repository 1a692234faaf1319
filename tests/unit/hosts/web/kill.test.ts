// kill -9 of the engine at random moments while somebody types in the web host: no acknowledged edit may be lost, and
// the project must open again without being asked about. Eight kills here; RECAP_KILLS=50 RECAP_SEED=7 for more.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { BlockId } from '../../../../shared/model/ids.ts'
import type { Block } from '../../../../shared/model/report.ts'
import { type Client, createClient } from '../../../../shared/rpc.ts'
import { callOver, openSession } from '../../../support/web-host.ts'

const kills = Number(process.env.RECAP_KILLS ?? 8)
const seed = Number(process.env.RECAP_SEED ?? 20261122)
const LONGEST_MS = 250

const dataFolder = mkdtempSync(join(tmpdir(), 'recap-kill-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

/** Numbers in [0, 1), always the same ones: mulberry32. */
function randomFrom(first: number): () => number {
  let state = first
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function start(): Promise<{ process: ChildProcess; client: Pick<Client, 'call'> }> {
  const child = fork(join(import.meta.dirname, '../../../support/web-host-process.ts'), {
    env: { ...process.env, RECAP_DATA: dataFolder },
  })
  const [url] = (await once(child, 'message')) as [string]
  const call = callOver(new URL(url).origin, await openSession(url))
  return { process: child, client: createClient({ call, on: () => () => undefined }) }
}

const written = (text: string): Block[] =>
  text === '' ? [] : [{ id: BlockId.parse('typed'), type: 'paragraph', content: [{ type: 'text', text }] }]

it(`loses no acknowledged edit in ${kills} kills`, { timeout: 10_000 + kills * 5000 }, async () => {
  const random = randomFrom(seed)
  let host = await start()
  const { id: project } = await host.client.call('projects.create', {
    template: 'internship',
    language: 'zh-CN',
  })
  let { revision } = await host.client.call('report.read', { project })
  let text = ''
  let acknowledged = 0
  let inFlight = 0

  for (let kill = 0; kill < kills; kill += 1) {
    const ended = once(host.process, 'exit')
    const timer = setTimeout(() => host.process.kill('SIGKILL'), random() * LONGEST_MS)
    let attempt = text
    try {
      for (;;) {
        attempt = text + String.fromCodePoint(0x4e00 + Math.floor(random() * 0x5000))
        const saved = await host.client.call('report.save', { project, revision, blocks: written(attempt) })
        text = attempt
        revision = saved.revision
        acknowledged += 1
      }
    } catch (error) {
      // The connection broke: that, and no refusal, is what ends the typing.
      expect(error).toBeInstanceOf(TypeError)
    }
    clearTimeout(timer)
    await ended
    host = await start()
    const report = await host.client.call('report.read', { project })
    // What was being saved when it died is there whole, or not at all.
    const survived = report.revision > revision
    if (survived) inFlight += 1
    expect(report.revision).toBe(survived ? revision + 1 : revision)
    expect(report.blocks).toEqual(written(survived ? attempt : text))
    text = survived ? attempt : text
    revision = report.revision
  }

  const checks = await host.client.call('app.doctor', {})
  expect(checks.checks.every(({ ok }) => ok)).toBe(true)
  host.process.kill('SIGKILL')
  process.stdout.write(
    `${kills} kills, ${acknowledged} edits acknowledged, 0 lost; ${inFlight} more were whole when it died\n`,
  )
  expect(acknowledged).toBeGreaterThan(0)
})
