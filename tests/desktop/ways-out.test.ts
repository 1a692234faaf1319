// Where a page of the desktop program may lead: nowhere but to itself, and out of it only by a link that the user has
// seen and agreed to. https://www.electronjs.org/docs/latest/tutorial/security

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesktop, type TestDesktop } from '../support/desktop.ts'
import { app, Contents, next, said } from '../support/electron.ts'

let desktop: TestDesktop

beforeAll(async () => {
  desktop = await startDesktop()
})

afterAll(() => desktop.end())

const foreign = [
  'https://example.com/',
  'http://recap.app/',
  'recap://app.evil/',
  'recap://app@evil/',
  'recap://evil/app',
  'recap://user@app/',
  'recap://user:pass@app/',
  'recap://app:80/',
  'recap://APP.evil/',
  'recap:app',
  'recap:///app/',
  'recaps://app/',
  'app://recap/',
  ' javascript:alert(1)',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:recap://app/1',
  'file:///etc/passwd',
  'file://app/',
  'about:blank',
  'chrome://gpu',
  'view-source:recap://app/',
  'devtools://devtools/',
  'ftp://app/',
  'ws://app/',
  '//app/',
  '\\\\app\\share',
  'filesystem:recap://app/x',
  '',
  'recap://',
]

describe('navigation', () => {
  const prevented = (event: string, details: object): boolean => {
    let stopped = false
    desktop.window.webContents.emit(event, { ...details, preventDefault: () => (stopped = true) })
    return stopped
  }

  it.each(foreign)('to %s is prevented, as a redirect and in a frame too', (url) => {
    expect(prevented('will-navigate', { url })).toBe(true)
    expect(prevented('will-redirect', { url })).toBe(true)
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true)
  })

  it('within the page is not, but no frame shows even that', () => {
    expect(prevented('will-navigate', { url: 'recap://app/#/project/p-1/data' })).toBe(false)
    expect(prevented('will-frame-navigate', { url: 'recap://app/', isMainFrame: true })).toBe(false)
    expect(prevented('will-frame-navigate', { url: 'recap://app/', isMainFrame: false })).toBe(true)
  })

  it('embeds no other page', () => {
    expect(prevented('will-attach-webview', {})).toBe(true)
  })

  it('is guarded for every page there will ever be', () => {
    const contents = new Contents()
    app.emit('web-contents-created', {}, contents)
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      expect(contents.listenerCount(event)).toBe(1)
    }
    expect(contents.openWindow({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  })
})

describe('links that lead out', () => {
  const click = async (url: string, answer: 0 | 1): Promise<string[]> => {
    said.opened = []
    next.box = answer
    expect(desktop.window.webContents.openWindow({ url })).toEqual({ action: 'deny' })
    // The dialog and what follows it are promises that are kept already.
    await new Promise((resolve) => setImmediate(resolve))
    return said.opened
  }

  it.each([
    ...foreign.filter((url) => url !== 'https://example.com/'),
    'ms-msdt:/id',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'smb://evil/share',
    'vscode://x',
    'tel:123',
    'https://user:pass@example.com/',
    'https://example.com\\@evil.test/',
    'https://example.com/\nfile:///etc/passwd',
    'https://example.com/ a',
    'https://',
    'HTTPS:example',
    'mailto:a@b.c\r\nbcc:d@e.f',
  ])('%s is never opened, nor asked for', async (url) => {
    said.boxes = []
    const opened = await click(url, 0)
    if (url === 'HTTPS:example') expect(opened).toEqual(['https://example/'])
    else expect([opened, said.boxes]).toEqual([[], []])
  })

  it('one of 10,000 characters is not opened either', async () => {
    expect(await click(`https://example.com/${'a'.repeat(10_000)}`, 0)).toEqual([])
  })

  it('https and mailto are opened when the user has seen where they lead and agrees', async () => {
    expect(await click('https://example.com/报告?a=1', 0)).toEqual([
      'https://example.com/%E6%8A%A5%E5%91%8A?a=1',
    ])
    expect(said.boxes.at(-1)).toMatchObject({
      detail: expect.stringContaining('https://example.com/%E6') as unknown,
    })
    expect(await click('mailto:mentor@example.com', 0)).toEqual(['mailto:mentor@example.com'])
    expect(await click('https://example.com/', 1)).toEqual([])
  })
})
