// Derived from the contract, once for every transport: what the engine implements, the one place that answers,
// and the client that asks. A transport only carries (name, input) one way and a reply or an event the other.

import type { CallInput, CallName, CallOutput, CallRequest, EventName, EventPayload } from './contract.ts'
import { calls } from './contract.ts'
import { type ErrorCode, type ErrorDetail, RecapError } from './errors.ts'

/** The engine's side. A call without a handler does not compile. */
export type Handlers = { [N in CallName]: (input: CallRequest<N>) => CallOutput<N> | Promise<CallOutput<N>> }

export type Reply =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: ErrorCode; message: string; detail: ErrorDetail } }

/** Hears of failures nobody foresaw; `id` is what the user is shown. */
export type OnInternal = (id: string, name: string, error: unknown) => void

/**
 * Looks up the name, parses the input, runs the handler, and never throws: a failure comes back as data.
 * What is not a RecapError becomes `internal` with a short id, and goes to `onInternal`.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  onInternal: OnInternal,
): Promise<Reply> {
  try {
    if (typeof name !== 'string' || !Object.hasOwn(calls, name)) {
      throw new RecapError('call-unknown', `no call ${JSON.stringify(name)?.slice(0, 80)}`)
    }
    const key = name as CallName
    const parsed = calls[key].input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const place = issue?.path.map(String).join('.') ?? ''
      throw new RecapError('input-invalid', `${name}: ${place} ${issue?.message ?? ''}`, {
        call: name,
        place,
      })
    }
    const handler = handlers[key] as (value: unknown) => unknown
    return { ok: true, value: await handler(parsed.data) }
  } catch (error) {
    if (error instanceof RecapError) {
      return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } }
    }
    const id = Math.random().toString(36).slice(2, 8)
    onInternal(id, String(name), error)
    return { ok: false, error: { code: 'internal', message: `internal error ${id}`, detail: { id } } }
  }
}

export interface Transport {
  call(name: CallName, input: unknown): Promise<Reply>
  /** Returns the function that stops listening. */
  on(listener: (event: EventName, payload: unknown) => void): () => void
}

export interface Client {
  /** Gives the call's output or throws the engine's RecapError. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void
}

export function createClient(transport: Transport): Client {
  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const reply = await transport.call(name, input)
      if (reply.ok) return reply.value as CallOutput<N>
      throw new RecapError(reply.error.code, reply.error.message, reply.error.detail)
    },
    on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void {
      return transport.on((name, payload) => {
        if (name === event) listener(payload as EventPayload<N>)
      })
    },
  }
}
