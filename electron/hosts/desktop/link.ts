// Two processes that ask one another over a message port: each side offers functions and calls the other's.
// Carries only what can be cloned. Both ends are ours; what a page sends is checked before it gets here.

import { RecapError } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/rpc.ts'
import { failureReply } from '../replies.ts'

/** What the different kinds of message port have in common. */
export interface Port {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

type Offer = { readonly [name: string]: (...args: never[]) => unknown }

type Message =
  | { kind: 'ask'; id: number; name: string; args: unknown[] }
  | { kind: 'reply'; id: number; reply: Reply }

export interface Link<Theirs extends Offer> {
  /** Asks the other side. Throws the RecapError it threw, or `connection-lost` when it has gone. */
  ask<N extends keyof Theirs & string>(
    name: N,
    ...args: Parameters<Theirs[N]>
  ): Promise<Awaited<ReturnType<Theirs[N]>>>
  /** Resolves when everything that was asked so far is answered. */
  settled(): Promise<void>
  /** The other side has gone: whoever waits for it is told. */
  cut(): void
}

export function linkProcesses<Theirs extends Offer>(port: Port, mine: Offer): Link<Theirs> {
  const waiting = new Map<number, (reply: Reply) => void>()
  const pending = new Set<Promise<Reply>>()
  let count = 0

  async function serve(message: Extract<Message, { kind: 'ask' }>): Promise<void> {
    port.post({ kind: 'reply', id: message.id, reply: await replyOf(mine, message.name, message.args) })
  }

  port.listen((data) => {
    const message = data as Message
    if (message.kind === 'ask') {
      void serve(message)
      return
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })

  return {
    async ask<N extends keyof Theirs & string>(
      name: N,
      ...args: Parameters<Theirs[N]>
    ): Promise<Awaited<ReturnType<Theirs[N]>>> {
      const id = (count += 1)
      port.post({ kind: 'ask', id, name, args } satisfies Message)
      const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve))
      pending.add(answered)
      const reply = await answered
      pending.delete(answered)
      if (reply.ok) return reply.value as Awaited<ReturnType<Theirs[N]>>
      throw new RecapError(reply.error.code, reply.error.message, reply.error.detail)
    },
    async settled() {
      await Promise.all(pending)
    },
    cut() {
      for (const tell of waiting.values()) tell(lost)
      waiting.clear()
    },
  }
}

const lost = failureReply(new RecapError('connection-lost', 'the other process has ended'))

async function replyOf(mine: Offer, name: string, args: readonly unknown[]): Promise<Reply> {
  try {
    return { ok: true, value: await mine[name]?.(...(args as never[])) }
  } catch (error) {
    return failureReply(
      error instanceof RecapError ? error : new RecapError('internal', String(error), { id: name }),
    )
  }
}
