// Who is answered by the web host: its own page with the token of its session, and nobody else on this machine.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { request, sendRaw } from '../../../support/raw-http.ts'
import { openSession, startWebHost } from '../../../support/web-host.ts'
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
let token: AttackedHost['token']
let us: AttackedHost['us']
let key: AttackedHost['key']

beforeAll(async () => {
  attacked = await startAttackedHost()
  ;({ host, token, us, key } = attacked)
})
afterEach(() => expectToServe(attacked))
afterAll(() => attacked.host.close())

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

describe('the address', () => {
  it('is refused when somebody has it already, and nothing stays open', async () => {
    await expect(startWebHost({ port: host.port })).rejects.toMatchObject({ code: 'environment-unfit' })
  })
})
