// Uploads, downloads and headers of the web host, against names and contents made to do harm.

import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../../../shared/rpc.ts'
import { type AttackedHost, expectToServe, startAttackedHost } from '../../../support/attacked-host.ts'

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
