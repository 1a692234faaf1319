// What a hostile program may send to the web host, token or not: refused, and it goes on serving.

import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { request, sendRaw } from '../../../support/raw-http.ts'
import {
  asJson,
  call,
  empty,
  type AttackedHost,
  expectToServe,
  startAttackedHost,
} from '../../../support/attacked-host.ts'

let attacked: AttackedHost
let host: AttackedHost['host']
let us: AttackedHost['us']
let key: AttackedHost['key']

beforeAll(async () => {
  attacked = await startAttackedHost()
  ;({ host, us, key } = attacked)
})
afterEach(() => expectToServe(attacked))
afterAll(() => attacked.host.close())

describe('what is asked', () => {
  it.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('has no %s', async (method) => {
    for (const path of ['/', '/call/app.info', '/files', '/session']) {
      const answer = await sendRaw(
        host.port,
        request(method, path, [us, key, ['Access-Control-Request-Method', 'POST']]),
      )
      expect(answer.status).toBe(405)
      expect(answer.head.toLowerCase()).not.toContain('access-control')
    }
  })

  it('does not let a header change the method', async () => {
    const answer = await sendRaw(
      host.port,
      request('GET', '/call/app.info', [us, key, ['X-HTTP-Method-Override', 'POST']]),
    )
    expect(answer.status).toBe(405)
  })

  it('opens no tunnel and no other protocol', async () => {
    expect((await sendRaw(host.port, request('CONNECT', 'example.com:443', [us]))).status).not.toBe(200)
    const upgrade = [
      us,
      key,
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
    ] as const
    const text = request('GET', '/call/app.info', upgrade).replace(
      'Connection: close',
      'Connection: Upgrade, close',
    )
    expect((await sendRaw(host.port, text)).status).toBe(405)
    expect((await sendRaw(host.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')).status).not.toBe(200)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-patch',
    'text/json',
    '',
  ])('takes no call as %s', async (type) => {
    const answer = await sendRaw(host.port, call(us, key, ['Content-Type', type], empty))
    expect(answer.status).toBe(415)
  })

  it('takes no broken JSON, however deep', async () => {
    for (const body of ['{', '', '[1,]', '\u0000', '['.repeat(200_000)]) {
      const length = ['Content-Length', String(body.length)] as const
      const answer = await sendRaw(
        host.port,
        request('POST', '/call/app.info', [us, key, asJson, length], body),
      )
      expect(answer.status).toBe(400)
    }
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'app',
    'app.info.x',
    'APP.INFO',
    'valueOf',
  ])('knows no call %s', async (name) => {
    const answer = await sendRaw(host.port, request('POST', `/call/${name}`, [us, key, asJson, empty], '{}'))
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'call-unknown' } })
  })

  it('is not changed by a prototype in the input', async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    await sendRaw(
      host.port,
      request(
        'POST',
        '/call/settings.write',
        [us, key, asJson, ['Content-Length', String(body.length)]],
        body,
      ),
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..\\..\\package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/....//....//etc/passwd',
    '/%252e%252e/package.json',
    '/etc/passwd',
    '//etc/passwd',
    '/\\etc\\passwd',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/.sources',
    '/.env',
    '/%00',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/files/../settings.json',
    '/files/..%2fsettings.json',
    '/files/%2e%2e',
    '/files/settings.json',
    '/call/../files',
    '/__proto__',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    const answer = await sendRaw(host.port, request('GET', path, [us, key]))
    expect([400, 404, 405]).toContain(answer.status)
    expect(answer.body).not.toMatch(/root:|"dependencies"|recent/)
  })

  it('does not answer for other hosts in the address', async () => {
    expect((await sendRaw(host.port, request('GET', `http://127.0.0.1:${host.port}/`, [us]))).status).toBe(
      400,
    )
    expect((await sendRaw(host.port, request('GET', 'http://evil.test/', [us]))).status).toBe(400)
    expect((await sendRaw(host.port, request('GET', '*', [us]))).status).toBe(400)
  })
})

describe('how it is sent', () => {
  it('refuses a request inside a request', async () => {
    const inner = `POST /call/app.info HTTP/1.1\r\nHost: evil.test\r\n\r\n`
    const both = request(
      'POST',
      '/call/app.info',
      [us, key, asJson, ['Content-Length', '4'], ['Transfer-Encoding', 'chunked']],
      `0\r\n\r\n${inner}`,
    )
    expect((await sendRaw(host.port, both)).status).toBe(400)
    const twice = request(
      'POST',
      '/call/app.info',
      [us, key, asJson, ['Content-Length', '2'], ['Content-Length', '60']],
      `{}${inner}`,
    )
    expect((await sendRaw(host.port, twice)).status).toBe(400)
    const odd = request(
      'POST',
      '/call/app.info',
      [us, key, asJson, ['Transfer-Encoding', 'xchunked']],
      `0\r\n\r\n${inner}`,
    )
    expect([400, 501]).toContain((await sendRaw(host.port, odd)).status)
    expect((await sendRaw(host.port, `GET / HTTP/1.1\nHost: ${us[1]}\n\n`)).status).toBe(400)
  })

  it('refuses a head that is too large', async () => {
    const answer = await sendRaw(host.port, request('GET', '/', [us, ['X-Long', 'a'.repeat(64 * 1024)]]))
    expect(answer.status).toBe(431)
  })

  it('refuses a body that says it is too large, before it comes', async () => {
    const huge = ['Content-Length', String(5 * 1024 ** 3)] as const
    const response = await new Promise<string>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () =>
        socket.write(
          `POST /call/app.info HTTP/1.1\r\n${[us, key, asJson, huge].map((line) => line.join(': ')).join('\r\n')}\r\n\r\n`,
        ),
      )
      socket.once('data', (data) => {
        resolve(data.toString())
        socket.destroy()
      })
    })
    expect(response).toContain('HTTP/1.1 413')
  })

  it('refuses a body that never says how large it is, once it is', async () => {
    const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`
    const response = await new Promise<string>((resolve) => {
      const chunked = ['Transfer-Encoding', 'chunked'] as const
      const socket = connect(host.port, '127.0.0.1', () => {
        socket.write(
          `POST /call/app.info HTTP/1.1\r\n${[us, key, asJson, chunked].map((line) => line.join(': ')).join('\r\n')}\r\n\r\n`,
        )
        for (let count = 0; count < 40; count += 1) socket.write(chunk)
      })
      socket.once('data', (data) => {
        resolve(data.toString())
        socket.destroy()
      })
    })
    expect(response).toContain('HTTP/1.1 413')
  })

  it('is not impressed by what is not HTTP', async () => {
    for (const bytes of [
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
      Buffer.alloc(4096, 0xff),
      Buffer.from('\r\n\r\n\r\nhello\r\n\r\n'),
      Buffer.from('GET /\r\n\r\n'),
      Buffer.from('GET / HTTP/9.9\r\n\r\n'),
    ]) {
      expect([400, 403]).toContain((await sendRaw(host.port, bytes)).status)
    }
  })

  it('lets go of 300 connections that dawdle, and serves meanwhile', async () => {
    const sockets: Socket[] = []
    const closed = Array.from({ length: 300 }, () => {
      const socket = connect(host.port, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.write('GET / HTTP/1.1\r\nX-Slow: ')
      return new Promise<void>((resolve) => socket.resume().on('close', () => resolve()))
    })
    expect((await fetch(`${host.origin}/`)).status).toBe(200)
    await Promise.all(closed)
    expect(sockets.every((socket) => socket.destroyed)).toBe(true)
  })

  it('listens on 127.0.0.1 and nowhere else', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address }) => address !== '127.0.0.1')
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    for (const address of ['::1', ...others]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port: host.port, host: address, timeout: 2000 })
        socket.once('connect', () => resolve(true))
        for (const end of ['error', 'timeout', 'close']) socket.once(end, () => resolve(false))
      })
      expect([address, reached]).toEqual([address, false])
    }
  })
})
