// What a hostile program or page of this machine may send to the web host: all of it refused, and it goes on serving.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../../../shared/rpc.ts'
import { request, sendRaw } from '../../../support/raw-http.ts'
import { openSession, startWebHost, type TestHost } from '../../../support/web-host.ts'

let host: TestHost
let token: string
let us: readonly [string, string]
let key: readonly [string, string]
const asJson = ['Content-Type', 'application/json'] as const
const empty = ['Content-Length', '2'] as const

beforeAll(async () => {
  host = await startWebHost()
  token = await openSession(host.url)
  us = ['Host', `127.0.0.1:${host.port}`]
  key = ['Authorization', `Bearer ${token}`]
})

afterAll(() => host.close())

// After each of them, whatever it was.
afterEach(async () => {
  const response = await fetch(`${host.origin}/call/app.info`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: '{}',
  })
  expect(await response.json()).toMatchObject({ ok: true, value: { host: 'web' } })
})

const call = (...headers: readonly (readonly [string, string])[]): string =>
  request('POST', '/call/app.info', headers, '{}')

describe('who is answered', () => {
  it('answers its own page', async () => {
    expect((await sendRaw(host.port, call(us, key, asJson, empty))).status).toBe(200)
  })

  it.each([
    ['another name', 'evil.test'],
    ['a name that begins like ours', '127.0.0.1.evil.test'],
    ['our address without the port', '127.0.0.1'],
    ['our address with another port', '127.0.0.1:1'],
    ['any address', '0.0.0.0:PORT'],
    ['the other loopback', '[::1]:PORT'],
    ['our address in another spelling', '2130706433:PORT'],
    ['our name with a user', 'a@127.0.0.1:PORT'],
    ['our name with a dot', 'localhost.:PORT'],
    ['nothing', ''],
  ])('refuses a request to %s', async (_, name) => {
    const headers = [['Host', name.replace('PORT', String(host.port))], key, asJson, empty] as const
    const answer = await sendRaw(host.port, call(...headers))
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('sender-refused')
  })

  it('refuses two hosts, and none', async () => {
    expect((await sendRaw(host.port, call(us, ['Host', 'evil.test'], key, asJson, empty))).status).toBe(403)
    expect((await sendRaw(host.port, call(key, asJson, empty))).status).toBe(400)
  })

  it.each([
    'null',
    'http://evil.test',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://localhost:PORT',
    'file://',
  ])('refuses the right token from the origin %s', async (origin) => {
    const from = ['Origin', origin.replace('PORT', String(host.port))] as const
    expect((await sendRaw(host.port, call(us, key, asJson, empty, from))).status).toBe(403)
  })

  it.each(['cross-site', 'same-site', 'other'])('refuses what a browser says is %s', async (site) => {
    const from = ['Sec-Fetch-Site', site] as const
    expect((await sendRaw(host.port, call(us, key, asJson, empty, from))).status).toBe(403)
    expect((await sendRaw(host.port, request('GET', '/index.html', [us, from]))).status).toBe(403)
  })

  it('lets another site open the page, and nothing else', async () => {
    const opened = [
      us,
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'document'],
    ] as const
    expect((await sendRaw(host.port, request('GET', '/', opened))).status).toBe(200)
    const framed = [
      us,
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'iframe'],
    ] as const
    expect((await sendRaw(host.port, request('GET', '/', framed))).status).toBe(403)
  })
})

describe('key and token', () => {
  const secretTries: readonly (readonly [string, string])[] = [
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer x'],
    ['Authorization', `Bearer ${'A'.repeat(43)}`],
    ['Authorization', `Basic ${btoa('user:pass')}`],
    ['Cookie', 'token=x; recap.token=x'],
    ['X-Token', 'x'],
  ]

  it.each(secretTries)('refuses %s: %s', async (name, value) => {
    const answer = await sendRaw(host.port, call(us, [name, value], asJson, empty))
    expect(answer.status).toBe(401)
    expect(answer.body).toContain('sender-refused')
  })

  it('takes the token from the header alone', async () => {
    const elsewhere = request(
      'POST',
      `/call/app.info?token=${token}`,
      [us, asJson, empty, ['Cookie', `token=${token}`]],
      '{}',
    )
    expect((await sendRaw(host.port, elsewhere)).status).toBe(401)
    expect(
      (await sendRaw(host.port, call(us, ['Authorization', `Bearer ${token}x`], asJson, empty))).status,
    ).toBe(401)
    expect(
      (await sendRaw(host.port, call(us, ['Authorization', `Bearer ${token.slice(1)}`], asJson, empty)))
        .status,
    ).toBe(401)
  })

  it('takes the key once', async () => {
    await expect(openSession(host.url)).rejects.toThrow(/wrong or used/)
  })

  it('stands 2,000 wrong keys and then takes the right one; before that no token is good', async () => {
    const other = await startWebHost()
    try {
      const session = (body: string): Promise<Response> =>
        fetch(`${other.origin}/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        })
      for (let guess = 0; guess < 2000; guess += 1) {
        const response = await session(JSON.stringify({ key: String(guess).padStart(43, 'A') }))
        expect(response.status).toBe(401)
        await response.body?.cancel()
      }
      for (const odd of [
        '{"key":{}}',
        '{"key":[]}',
        '{"key":null}',
        '{}',
        '[]',
        '"key"',
        'null',
        '{"__proto__":{"key":"a"}}',
      ]) {
        expect((await session(odd)).status).toBe(401)
      }
      const early = await fetch(`${other.origin}/events`, { headers: { Authorization: 'Bearer undefined' } })
      expect(early.status).toBe(401)
      expect(await openSession(other.url)).toMatch(/^[\w-]{43}$/)
    } finally {
      await other.close()
    }
  })

  it('makes new ones at every start', async () => {
    const other = await startWebHost()
    try {
      const otherToken = await openSession(other.url)
      expect(otherToken).not.toBe(token)
      const response = await fetch(`${other.origin}/events`, {
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(response.status).toBe(401)
    } finally {
      await other.close()
    }
  })

  it('writes neither into a file of its own', () => {
    const oneTime = new URLSearchParams(new URL(host.url).hash.slice(1)).get('key') ?? ''
    expect(oneTime).toMatch(/^[\w-]{43}$/)
    for (const entry of readdirSync(host.dataFolder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      expect(text).not.toContain(token)
      expect(text).not.toContain(oneTime)
    }
  })
})

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

describe('files', () => {
  const upload = async (name: string, body: string): Promise<Reply & { status: number }> => {
    const response = await fetch(`${host.origin}/files?name=${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body,
    })
    return { status: response.status, ...((await response.json()) as Reply) }
  }

  it.each([
    ['../../evil.csv', 'evil.csv'],
    ['..%2f..%2fevil.csv', 'evil.csv'],
    ['C:%5cWindows%5cevil.csv', 'evil.csv'],
    ['%00evil.csv', 'evil.csv'],
    ['evil.csv%0d%0aX: y', 'evil.csvX y'],
    ['CON.csv', '_CON.csv'],
    ['..', 'file'],
    ['', 'file'],
    [encodeURIComponent('\u202Evsc.exe'), 'vsc.exe'],
    [`${'a'.repeat(400)}.csv`, `${'a'.repeat(180)}.csv`],
    [encodeURIComponent('渠道日报.csv'), '渠道日报.csv'],
  ])('an upload named %s stays in its folder as %s', async (given, kept) => {
    const reply = await upload(given, 'a,b\n1,2\n')
    expect(reply).toMatchObject({ ok: true, value: { name: kept } })
    expect(existsSync(join(host.dataFolder, '..', 'evil.csv'))).toBe(false)
    expect(JSON.stringify(reply)).not.toContain(host.dataFolder)
  })

  it('gives a file back as a download and never as a page', async () => {
    const reply = await upload(encodeURIComponent('<script>报告".html'), '<script>alert(1)</script>')
    if (!reply.ok) throw new Error(reply.error.message)
    const { file } = reply.value as { file: string }
    const response = await fetch(`${host.origin}/files/${file}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="script__.html"; filename*=UTF-8''script%E6%8A%A5%E5%91%8A.html`,
    )
    expect(await response.text()).toContain('alert')
    expect((await fetch(`${host.origin}/files/${file}`)).status).toBe(401)
  })

  it('keeps nothing of an upload that breaks off', async () => {
    const uploads = (): number => readdirSync(join(host.dataFolder, 'uploads'), { recursive: true }).length
    const before = uploads()
    await new Promise<void>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        const lines = [us, key, ['Content-Length', '1000000']].map((line) => line.join(': ')).join('\r\n')
        socket.write(`POST /files?name=half.csv HTTP/1.1\r\n${lines}\r\n\r\n${'a'.repeat(100_000)}`, () =>
          socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
    })
    await expect.poll(uploads).toBe(before)
  })
})

describe('what every answer says', () => {
  it('of the page: a policy with a nonce of this load, and nobody may frame or read it', async () => {
    const load = async (): Promise<[Headers, string]> => {
      const response = await fetch(`${host.origin}/`)
      return [response.headers, await response.text()]
    }
    const [headers, html] = await load()
    const nonce = /'nonce-([\w-]{22})'/.exec(headers.get('Content-Security-Policy') ?? '')?.[1] ?? 'none'
    expect(html).toContain(`nonce="${nonce}"`)
    expect(html).not.toContain('__RECAP')
    expect((await load())[1]).not.toContain(nonce)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.has('Server') || headers.has('X-Powered-By')).toBe(false)
  })

  it('of a refusal: a reply like any other, and no path', async () => {
    const response = await fetch(`${host.origin}/call/app.info`, { method: 'POST' })
    expect(await response.json()).toEqual({
      ok: false,
      error: { code: 'sender-refused', message: 'no token', detail: {} },
    })
  })
})
