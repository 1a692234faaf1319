// HTTP as text over a socket, for what no HTTP client would send.

import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  status: number
  head: string
  body: string
}

/** Sends the text as it is and reads until the other side closes. */
export function sendRaw(port: number, text: string | Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (part) => parts.push(part))
    // Reset while we were still writing: what was answered before is in the parts.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      const all = Buffer.concat(parts).toString()
      const [head = '', ...body] = all.split('\r\n\r\n')
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: body.join('\r\n\r\n'),
      })
    })
  })
}

/** A request of these parts, which closes the connection after it. */
export function request(
  method: string,
  path: string,
  headers: readonly (readonly [name: string, value: string])[],
  body = '',
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `${method} ${path} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n${body}`
}
