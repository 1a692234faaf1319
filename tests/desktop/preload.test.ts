// The bridge: exactly two functions, and neither Electron's channel nor its events behind them.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { built } from '../support/desktop.ts'

interface Bridge {
  call(...args: unknown[]): Promise<unknown>
  on(event: string, listener: (...payload: unknown[]) => void): () => void
}

function load(): {
  exposed: Map<string, Bridge>
  heard: Map<string, (...args: unknown[]) => void>
  invoke: unknown
} {
  const exposed = new Map<string, Bridge>()
  const heard = new Map<string, (...args: unknown[]) => void>()
  const invoke = vi.fn((...args: unknown[]) => Promise.resolve(args))
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Bridge) => exposed.set(name, value) },
    ipcRenderer: {
      invoke,
      on: (channel: string, listener: (...args: unknown[]) => void) => heard.set(channel, listener),
      off: (channel: string, listener: unknown) => heard.get(channel) === listener && heard.delete(channel),
    },
  }
  const require = (name: string): unknown => {
    // A sandboxed preload may require little else.
    if (name !== 'electron') throw new Error(`the preload requires ${name}`)
    return electron
  }
  runInNewContext(readFileSync(join(built, 'preload.cjs'), 'utf8'), { require, exports: {}, module: {} })
  return { exposed, heard, invoke }
}

describe('the preload', () => {
  it('puts call and on into the page and nothing else', () => {
    const { exposed } = load()
    expect([...exposed.keys()]).toEqual(['recap'])
    expect(Object.keys(exposed.get('recap') ?? {}).toSorted()).toEqual(['call', 'on'])
  })

  it('asks over one channel, with the name and the input alone', async () => {
    const { exposed, invoke } = load()
    await exposed.get('recap')?.call('app.info', {}, 'more', 'and more')
    expect(invoke).toHaveBeenCalledWith('call', 'app.info', {})
  })

  it('hands on payloads without the event, of the name that was asked for, until it is stopped', () => {
    const { exposed, heard } = load()
    const listener = vi.fn()
    const stop = exposed.get('recap')?.on('project.changed', listener)
    const emit = heard.get('event')
    emit?.({ sender: 'ipcRenderer' }, 'project.changed', { project: 'p' })
    emit?.({ sender: 'ipcRenderer' }, 'job.progress', { job: 'j' })
    expect(listener.mock.calls).toEqual([[{ project: 'p' }]])
    expect(stop?.()).toBeUndefined()
    expect(heard.size).toBe(0)
  })

  it('is one small file', () => {
    expect(readFileSync(join(built, 'preload.cjs')).byteLength).toBeLessThan(2000)
  })
})
