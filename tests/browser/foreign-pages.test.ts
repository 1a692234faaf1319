// Pages of other sites, in a real browser, against the web host: what they can send it does nothing, and what it
// answers they cannot read. The worst of them even knows the token.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSession, startWebHost, type TestHost } from '../support/web-host.ts'

let host: TestHost
let token: string
let script: string
let foreign: Server
let foreignOrigin: string
let browser: Browser

beforeAll(async () => {
  host = await startWebHost()
  token = await openSession(host.url)
  script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(host.origin)).text())?.[1] ?? ''
  expect(script).not.toBe('')
  foreign = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>foreign</h1>')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => foreign.once('listening', resolve))
  foreignOrigin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
  browser = await openBrowser('--host-resolver-rules=MAP rebind.test 127.0.0.1,MAP foreign.test 127.0.0.1')
})

afterAll(async () => {
  await browser.close()
  foreign.closeAllConnections()
  foreign.close()
  await host.close()
})

const names = async (): Promise<string[]> => {
  const response = await fetch(`${host.origin}/call/projects.recent`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: '{}',
  })
  const reply = (await response.json()) as { value: { projects: { name: string }[] } }
  return reply.value.projects.map(({ name }) => name)
}

describe('a name made to point here', () => {
  it('gets no page', async () => {
    const page = await browser.newPage()
    const response = await page.goto(`http://rebind.test:${host.port}/`)
    expect(response?.status()).toBe(403)
    expect(await page.content()).toContain('sender-refused')
    await page.close()
  })

  it('gets no answer for its scripts, though to the browser they are of one origin', async () => {
    const page = await browser.newPage()
    await page.goto(`http://rebind.test:${host.port}/`)
    const statuses = await page.evaluate(async (bearer) => {
      const call = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
        body: '{}',
      }
      const asked = await Promise.all([
        fetch('/call/app.info', call),
        fetch('/session', { ...call, body: '{"key":"x"}' }),
        fetch('/events', { headers: call.headers }),
        fetch('/files/x', { headers: call.headers }),
        fetch('/index.html'),
      ])
      return asked.map(({ status }) => status)
    }, token)
    expect(statuses).toEqual([403, 403, 403, 403, 403])
    await page.close()
  })
})

describe.each([
  ['on another port', () => foreignOrigin],
  ['of another name', () => foreignOrigin.replace('127.0.0.1', 'foreign.test')],
])('a page %s', (_, origin) => {
  let page: Page

  beforeAll(async () => {
    page = await browser.newPage()
    await page.goto(origin())
  })
  afterAll(() => page.close())

  const tries: readonly [string, string][] = [
    [
      'fetch with the token',
      `fetch(at + '/call/projects.recent', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token }, body: '{}' }).then((r) => r.text())`,
    ],
    [
      'fetch without reading',
      `fetch(at + '/call/projects.create', { method: 'POST', mode: 'no-cors', body: '{"template":"internship","language":"en","name":"evil"}' }).then((r) => r.type === 'opaque' ? Promise.reject(r.type) : r.text())`,
    ],
    ['fetch of the page', `fetch(at + '/').then((r) => r.text())`],
    [
      'fetch of the events',
      `fetch(at + '/events', { headers: { Authorization: 'Bearer ' + token } }).then((r) => r.text())`,
    ],
    [
      'fetch of a session',
      `fetch(at + '/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"key":"x"}' }).then((r) => r.text())`,
    ],
    [
      'beacon',
      `Promise[navigator.sendBeacon(at + '/call/projects.create', '{"name":"evil"}') ? 'reject' : 'resolve']('sent, unread')`,
    ],
    ['script', element('script', 'src', 'SCRIPT')],
    ['module script', element('script', 'src', 'SCRIPT', 'module')],
    ['image', element('img', 'src', '/')],
    ['style sheet', element('link', 'href', 'SCRIPT')],
    [
      'event source',
      `new Promise((resolve, reject) => { const source = new EventSource(at + '/events'); source.onopen = resolve; source.onmessage = resolve; source.onerror = () => { source.close(); reject('closed') } })`,
    ],
    [
      'web socket',
      `new Promise((resolve, reject) => { const socket = new WebSocket(at.replace('http', 'ws') + '/events'); socket.onopen = resolve; socket.onerror = () => reject('closed') })`,
    ],
    [
      'frame',
      `new Promise((resolve, reject) => { const frame = document.createElement('iframe'); frame.src = at + '/'; frame.onload = () => { try { frame.contentDocument.title; resolve('read') } catch (error) { reject(String(error)) } }; document.body.append(frame) })`,
    ],
    [
      'pop-up',
      `new Promise((resolve, reject) => { const opened = open(at + '/'); setTimeout(() => { try { opened.document.title; resolve(opened.document.title) } catch (error) { reject(String(error)) } }, 500) })`,
    ],
  ]

  it.each(tries)('gets nothing by %s', async (_name, attempt) => {
    const outcome = await page.evaluate(
      `(() => { const at = ${JSON.stringify(host.origin)}; const token = ${JSON.stringify(token)}; return ${attempt.replace('SCRIPT', script)} })()
        .then((text) => 'GOT ' + String(text), (reason) => 'refused ' + String(reason))`,
    )
    expect(outcome).toMatch(/^refused/)
    expect(await names()).toEqual([])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'does nothing by a form as %s',
    async (type) => {
      const form = await browser.newPage()
      await form.goto(origin())
      const answered = form.waitForResponse((response) => response.url().startsWith(host.origin))
      await form.evaluate(
        ([at, encoding]) => {
          const made = document.createElement('form')
          Object.assign(made, { action: `${at}/call/projects.create`, method: 'post', enctype: encoding })
          const field = document.createElement('input')
          Object.assign(field, { name: '{"template":"internship","language":"en","name":"evil', value: '"}' })
          made.append(field)
          document.body.append(made)
          made.submit()
        },
        [host.origin, type] as const,
      )
      expect((await answered).status()).toBe(403)
      await form.close()
      expect(await names()).toEqual([])
    },
  )
})

describe('our own page', () => {
  it('is let in, runs no script that was put into it, and asks nobody else', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        document.documentElement.dataset.violated = violatedDirective
      })
    })
    await page.goto(host.origin)
    const ran = await page.evaluate(() => {
      const made = document.createElement('script')
      try {
        made.text = 'document.documentElement.dataset.evil = "ran"'
        document.body.append(made)
      } catch {
        return 'refused to become a script'
      }
      return document.documentElement.dataset.evil ?? 'did not run'
    })
    expect(ran).not.toBe('ran')
    expect(await page.evaluate(() => document.documentElement.dataset.violated)).toBeDefined()
    expect(new Set(asked)).toEqual(new Set([host.origin]))
    await page.close()
  })
})

/** Puts an element there that loads, and says whether it did. */
function element(name: string, attribute: string, path: string, type = ''): string {
  return `new Promise((resolve, reject) => { const made = document.createElement('${name}'); made.${attribute} = at + '${path}'; ${type && `made.type = '${type}';`} ${name === 'link' ? "made.rel = 'stylesheet';" : ''} made.onload = resolve; made.onerror = () => reject('not loaded'); document.head.append(made) })`
}
