// What the report screen promises about saving: everything typed reaches the engine, nothing is overwritten unasked.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Autosave,
  createAutosave,
  type SaveStatus,
} from '../../../../../renderer/pages/report/autosave.ts'
import { RecapError } from '../../../../../shared/errors.ts'
import type { BlockId } from '../../../../../shared/model/ids.ts'
import type { Block, Report } from '../../../../../shared/model/report.ts'

const saying = (text: string): Block[] => [
  { id: 'p' as BlockId, type: 'paragraph', content: text ? [{ type: 'text', text }] : [] },
]

/** An engine that keeps one report, as the real one does: a save names the newest revision or is refused. */
class Engine {
  report: Report = { revision: 4, blocks: saying('') }
  saves = 0
  fault: RecapError | undefined
  /** Loses the answer of the next save after it was kept. */
  losesAnswer = false
  hold: Promise<void> | undefined

  async save(revision: number, blocks: readonly Block[]): Promise<{ revision: number }> {
    this.saves++
    await this.hold
    if (this.fault) throw this.fault
    if (revision !== this.report.revision) throw new RecapError('report-changed-elsewhere', 'newer')
    this.report = { revision: revision + 1, blocks: structuredClone([...blocks]) }
    if (this.losesAnswer) {
      this.losesAnswer = false
      throw new RecapError('connection-lost', 'gone')
    }
    return { revision: this.report.revision }
  }

  saveElsewhere(text: string): void {
    this.report = { revision: this.report.revision + 1, blocks: saying(text) }
  }
}

let engine: Engine
let text: string
let statuses: SaveStatus[]
let autosave: Autosave

const type = (more: string): void => {
  text += more
  autosave.changed()
}

beforeEach(() => {
  vi.useFakeTimers()
  engine = new Engine()
  text = ''
  statuses = []
  autosave = createAutosave(4, {
    save: (revision, blocks) => engine.save(revision, blocks),
    read: async () => {
      if (engine.fault) throw engine.fault
      return engine.report
    },
    blocks: () => saying(text),
    adopt: ({ blocks: [block] }) => {
      text = block?.type === 'paragraph' && block.content[0]?.type === 'text' ? block.content[0].text : ''
    },
    onStatus: (status) => statuses.push(status),
  })
})
afterEach(() => {
  autosave.stop()
  vi.useRealTimers()
})

describe('saving while somebody writes', () => {
  it('saves once after a pause, and says saved only when the engine has it', async () => {
    for (const letter of '新增用户') type(letter)
    expect(engine.saves).toBe(0)
    await vi.advanceTimersByTimeAsync(300)
    expect(engine.report).toEqual({ revision: 5, blocks: saying('新增用户') })
    expect(engine.saves).toBe(1)
    expect(statuses.map(({ state }) => state)).toEqual(['unsaved', 'saving', 'saved'])
  })

  it('saves somebody who never pauses', async () => {
    for (let at = 0; at < 25; at++) {
      type('a')
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(engine.saves).toBe(1)
    expect(engine.report.blocks).not.toEqual(saying(''))
  })

  it('has one save in flight at most, and then saves what was typed meanwhile', async () => {
    let release = (): void => undefined
    engine.hold = new Promise((resolve) => (release = resolve))
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    type('b')
    await vi.advanceTimersByTimeAsync(5000)
    expect(engine.saves).toBe(1)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(autosave.status().state).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(300)
    expect(engine.report).toEqual({ revision: 6, blocks: saying('ab') })
    expect(autosave.status().state).toBe('saved')
  })

  it('saves at once when told to', async () => {
    type('a')
    await autosave.flush()
    expect(engine.report.blocks).toEqual(saying('a'))
  })

  it('keeps trying while the engine is away, and says why', async () => {
    engine.fault = new RecapError('connection-lost', 'gone')
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    expect(autosave.status()).toMatchObject({ state: 'failed', error: { code: 'connection-lost' } })
    await vi.advanceTimersByTimeAsync(1000)
    expect(engine.saves).toBe(2)
    engine.fault = undefined
    await vi.advanceTimersByTimeAsync(2000)
    expect(engine.report.blocks).toEqual(saying('a'))
    expect(autosave.status().state).toBe('saved')
  })

  it('does not keep on trying what cannot be cured', async () => {
    engine.fault = new RecapError('project-read-only', 'no')
    type('a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(engine.saves).toBe(1)
  })

  it('takes its own save for its own when the answer was lost', async () => {
    engine.losesAnswer = true
    type('a')
    await vi.advanceTimersByTimeAsync(1400)
    expect(autosave.status().state).toBe('saved')
    type('b')
    await vi.advanceTimersByTimeAsync(300)
    expect(engine.report).toEqual({ revision: 6, blocks: saying('ab') })
  })
})

describe('a report that was changed elsewhere', () => {
  it('is shown when nothing here is unsaved', () => {
    engine.saveElsewhere('theirs')
    autosave.seen(engine.report)
    expect(text).toBe('theirs')
    expect(autosave.status().state).toBe('saved')
  })

  it('is ours when we have just saved it ourselves', async () => {
    type('a')
    await autosave.flush()
    text += 'b'
    autosave.changed()
    autosave.seen(engine.report)
    expect(text).toBe('ab')
    expect(autosave.status().state).not.toBe('conflict')
  })

  it('asks when both have changed, and saves nothing until answered', async () => {
    engine.saveElsewhere('theirs')
    type('mine')
    await vi.advanceTimersByTimeAsync(300)
    expect(autosave.status()).toMatchObject({ state: 'conflict', other: { blocks: saying('theirs') } })
    type(' too')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(engine.report.blocks).toEqual(saying('theirs'))
  })

  it('is replaced when mine is kept', async () => {
    engine.saveElsewhere('theirs')
    type('mine')
    await vi.advanceTimersByTimeAsync(300)
    autosave.keepMine()
    await vi.advanceTimersByTimeAsync(300)
    expect(engine.report).toEqual({ revision: 6, blocks: saying('mine') })
    expect(autosave.status().state).toBe('saved')
  })

  it('is taken when the other is wanted', async () => {
    type('mine')
    engine.saveElsewhere('theirs')
    autosave.seen(engine.report)
    expect(autosave.status().state).toBe('conflict')
    autosave.takeOther()
    expect(text).toBe('theirs')
    type('!')
    await vi.advanceTimersByTimeAsync(300)
    expect(engine.report).toEqual({ revision: 6, blocks: saying('theirs!') })
  })

  it('is noticed after a save that was under way', async () => {
    let release = (): void => undefined
    engine.hold = new Promise((resolve) => (release = resolve))
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    autosave.seen({ revision: 9, blocks: saying('later') })
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(text).toBe('later')
  })
})
