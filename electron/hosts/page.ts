// The built screens as responses: the same page, headers and content security policy for the desktop's own scheme
// and for the web host. Only files found in the folder at the start are given; no path is ever put together from
// a request. Knows nothing of calls, keys or windows.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What Vite leaves in the page for us to fill in at each load (vite.config.ts). */
const noncePlace = '__RECAP_NONCE__'

/** On every response, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'Cache-Control': 'no-store',
}

/** 128 bits, new at each load of the page. */
export const newNonce = (): string => randomBytes(16).toString('base64url')

/**
 * Scripts only from us, styles from us or with the load's nonce (antd makes its styles at run time), and nothing from
 * or to anywhere else. Text never becomes a script: https://www.w3.org/TR/trusted-types/
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** The page of one load: its nonce put in, its policy in the headers. */
export function pageResponse(html: string, nonce: string): Response {
  return new Response(html.replaceAll(noncePlace, nonce), {
    headers: {
      ...commonHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentPolicy(nonce),
    },
  })
}

/** What a host serves beside its calls: a path of the address to a response, undefined for what is not there. */
export type Page = (path: string) => Promise<Response | undefined>

/**
 * @param folder the built renderer, with index.html
 * @throws Error when it is not built
 */
export function openPage(folder: string): Page {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = new Map(listFiles(folder, ''))
  return async (path) => {
    if (path === '/' || path === '/index.html') return pageResponse(html, newNonce())
    const file = files.get(path)
    if (file === undefined) return undefined
    return new Response(await readFile(file), {
      headers: {
        ...commonHeaders,
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        // Their names change with their contents, and a browser keeps compiled code of what it may keep.
        ...(path.startsWith('/assets/') && { 'Cache-Control': 'max-age=31536000, immutable' }),
      },
    })
  }
}

function listFiles(folder: string, path: string): [path: string, file: string][] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${path}/${entry.name}`
    if (entry.isDirectory()) return listFiles(folder, inside)
    return entry.isFile() && !entry.name.startsWith('.') ? [[inside, join(folder, inside)]] : []
  })
}
