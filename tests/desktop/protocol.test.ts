// recap://app as the page sees it: the page under its policy, uploads, downloads, and nothing beside them.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/rpc.ts'
import { startDesktop, type TestDesktop } from '../support/desktop.ts'
import { session } from '../support/electron.ts'

let desktop: TestDesktop

beforeAll(async () => {
  desktop = await startDesktop()
})

afterAll(() => desktop.end())

async function ask(url: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const handler = session.defaultSession.handlers.get('recap')
  if (handler === undefined) throw new Error('no handler for recap:')
  // undici takes no custom scheme for a request of its own, Electron does.
  const request = new Request('http://placeholder/', init)
  Object.defineProperty(request, 'url', { value: url })
  return handler(request)
}

describe('the page', () => {
  it('comes with its policy and a nonce of this load', async () => {
    const one = await ask('recap://app/')
    const two = await ask('recap://app/')
    const policy = one.headers.get('Content-Security-Policy') ?? ''
    const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? 'none'
    expect(await one.text()).toContain(`nonce="${nonce}"`)
    expect(two.headers.get('Content-Security-Policy')).not.toContain(nonce)
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split('; ')).toContain(part)
    }
    expect(policy).not.toContain('unsafe')
    expect(one.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('brings its scripts', async () => {
    const html = await (await ask('recap://app/')).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1]
    const response = await ask(`recap://app${script}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..\\..\\package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../desktop/main.js',
    '/assets/..%2f..%2fdesktop%2fmain.js',
    '/....//package.json',
    '/%252e%252e/package.json',
    '/etc/passwd',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/C:%5CWindows%5Cwin.ini',
    '/.sources',
    '/index.html%00',
    '/%00',
    '/assets',
    '/assets/',
    '/files/../settings.json',
    '/files/..%2fsettings.json',
    '/__proto__',
    '/constructor',
    '/main.js',
    '/desktop/main.js',
  ])('has nothing at %s', async (path) => {
    const response = await ask(`recap://app${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toMatch(/root:|"dependencies"/)
  })

  it.each(['recap://evil/', 'recap://app.evil/', 'recap://app:1/', 'recap://a@app/', 'http://app/'])(
    'is not at %s',
    async (url) => {
      expect((await ask(url)).status).toBe(403)
    },
  )

  it('answers no other origin and no other method', async () => {
    expect((await ask('recap://app/', { headers: { Origin: 'https://evil.test' } })).status).toBe(403)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await ask('recap://app/', { method })).status).toBe(405)
      expect((await ask('recap://app/files', { method })).status).toBe(405)
    }
  })
})

describe('files', () => {
  it('are taken in, read by the engine, and given back', async () => {
    const text = '日期,渠道,注册\n2026-03-02,抖音,12\n'
    const uploaded = await ask('recap://app/files?name=%E6%97%A5%E6%8A%A5.csv', {
      method: 'POST',
      body: text,
    })
    const reply = (await uploaded.json()) as Reply
    expect(reply).toMatchObject({ ok: true, value: { name: '日报.csv' } })
    if (!reply.ok) return
    const { file } = reply.value as { file: string }
    expect(await desktop.call('sources.inspect', { file })).toMatchObject({ ok: true })
    const download = await ask(`recap://app/files/${file}`)
    expect(download.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%E6%97%A5%E6%8A%A5.csv")
    expect(await download.text()).toBe(text)
  })

  it('stay in their folder, whatever their name', async () => {
    await ask('recap://app/files?name=..%2F..%2Fevil.csv', { method: 'POST', body: 'a' })
    expect(readdirSync(desktop.dataFolder)).not.toContain('evil.csv')
    expect(readdirSync(join(desktop.dataFolder, 'uploads'), { recursive: true }).map(String)).toContainEqual(
      expect.stringMatching(/^[\w-]{24}[/\\]evil\.csv$/),
    )
  })

  it('that were never handed out are not there', async () => {
    const response = await ask('recap://app/files/made-up-token')
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'file-missing' } })
  })
})
