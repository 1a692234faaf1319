// Who may ask: the checks every request passes before anything is read of it. Against pages of other sites (Origin,
// Sec-Fetch-Site), names that were made to point here (Host), and whoever has no key. Never answers a call itself.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type ErrorCode, RecapError } from '../../../shared/errors.ts'

/** Ends a request with a status, before it has got to the engine. */
export class Refusal extends RecapError {
  readonly status: number

  constructor(status: number, code: ErrorCode, message: string) {
    super(code, message)
    this.status = status
  }
}

const refused = (message: string, status = 403): Refusal => new Refusal(status, 'sender-refused', message)

/**
 * Host must be ours to the letter: a page whose own name resolves to 127.0.0.1 (DNS rebinding) sends its own.
 * A browser says where a request comes from; from another site only the user's own opening of the page is let in.
 * https://www.w3.org/TR/fetch-metadata/
 */
export function checkOrigin(request: IncomingMessage, port: number): void {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  const host = request.headers.host ?? ''
  if (hosts.length !== 1 || (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)) {
    throw refused('host not ours')
  }
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) throw refused('origin not ours')
  const site = request.headers['sec-fetch-site']
  const opensPage =
    request.method === 'GET' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document' &&
    request.url === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage)
    throw refused('from another site')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares without telling by its time how much was right. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

export interface Gate {
  /** Opens one session, once: it goes into the address that the user's browser is sent to. 256 bits. */
  readonly key: string
  /** Gives the session's token for the key. A wrong key is refused, and so is the right one the second time. */
  exchange(key: string): string
  /** @throws Refusal unless the request carries the token of the open session */
  checkToken(request: IncomingMessage): void
}

export function createGate(): Gate {
  const key = randomBytes(32).toString('base64url')
  const token = randomBytes(32).toString('base64url')
  let used = false
  return {
    key,
    exchange(given) {
      if (!same(given, key) || used) throw refused('key wrong or used', 401)
      used = true
      return token
    },
    checkToken(request) {
      const given = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
      if (given === undefined || !used || !same(given, token)) throw refused('no token', 401)
    },
  }
}
