import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { linkProcesses, type Port } from '../../../../electron/hosts/desktop/link.ts'
import { RecapError } from '../../../../shared/errors.ts'

const channels: MessageChannel[] = []
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close()
})

const portOf = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  listen: (listener) => port.on('message', listener),
})

function pair(): [Port, Port] {
  const channel = new MessageChannel()
  channels.push(channel)
  return [portOf(channel.port1), portOf(channel.port2)]
}

type Adder = { add(a: number, b: number): number | Promise<number>; fail(): never; stay(): Promise<void> }

const adder: Adder = {
  add: (a, b) => Promise.resolve(a + b),
  fail: () => {
    throw new RecapError('file-empty', 'zero bytes', { file: 'a.csv' })
  },
  stay: () => new Promise(() => undefined),
}

describe('two processes', () => {
  it('call one another’s functions, both ways at once', async () => {
    const [here, there] = pair()
    const one = linkProcesses<Adder>(here, adder)
    const other = linkProcesses<Adder>(there, adder)
    const sums = await Promise.all([one.ask('add', 1, 2), other.ask('add', 3, 4), one.ask('add', 5, 6)])
    expect(sums).toEqual([3, 7, 11])
  })

  it('pass a failure on with its code and facts', async () => {
    const [here, there] = pair()
    const one = linkProcesses<Adder>(here, {})
    linkProcesses<Adder>(there, adder)
    await expect(one.ask('fail')).rejects.toMatchObject({ code: 'file-empty', detail: { file: 'a.csv' } })
  })

  it('tell whoever waits when the other has gone', async () => {
    const [here, there] = pair()
    const one = linkProcesses<Adder>(here, {})
    linkProcesses<Adder>(there, adder)
    const waiting = one.ask('stay')
    one.cut()
    await expect(waiting).rejects.toMatchObject({ code: 'connection-lost' })
    expect(await one.ask('add', 1, 1)).toBe(2)
  })

  it('know when everything they asked is answered', async () => {
    const [here, there] = pair()
    const one = linkProcesses<{ wait(ms: number): Promise<number> }>(here, {})
    linkProcesses(there, {
      wait: (ms: number) => new Promise((resolve) => setTimeout(() => resolve(ms), ms)),
    })
    const answered: number[] = []
    for (const ms of [30, 1, 10]) void one.ask('wait', ms).then((value) => answered.push(value))
    await one.settled()
    expect(answered.toSorted((a, b) => a - b)).toEqual([1, 10, 30])
  })

  it('say at once that something cannot be sent, and forget it', async () => {
    const [here, there] = pair()
    const one = linkProcesses<{ take(what: unknown): void }>(here, {})
    linkProcesses(there, { take: () => undefined })
    await expect(one.ask('take', () => 1)).rejects.toThrow(/clone/)
    expect(await one.ask('take', { fine: true })).toBeUndefined()
  })
})
