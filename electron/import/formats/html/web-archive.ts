// Takes a web archive (MHTML, RFC 2557) apart: the pages and style sheets that Excel saved in one file.

import { RecapError } from '../../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../../limits.ts'

export interface ArchivePart {
  /** In lower case: text/html. */
  type: string
  charset: string | undefined
  location: string
  content: Buffer
}

/** @throws RecapError file-truncated when the last boundary is missing, file-too-large */
export function readArchive(bytes: Buffer, file: string): ArchivePart[] {
  const whole = bytes.toString('latin1')
  const { headers } = splitHeaders(whole.slice(0, 65_536))
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary')
  if (boundary === undefined || boundary === '') throw new RecapError('file-damaged', 'no boundary', { file })
  const mark = `--${boundary}`
  if (!whole.includes(`\n${mark}--`)) throw new RecapError('file-truncated', 'no last boundary', { file })
  const pieces = whole.split(`\n${mark}`)
  if (pieces.length > limits.entries) refuseTooLarge(file, 'entries', pieces.length)
  return pieces.slice(1).flatMap((piece) => (piece.startsWith('--') ? [] : [readPart(piece)]))
}

function readPart(piece: string): ArchivePart {
  const { headers, body } = splitHeaders(piece.replace(/^[ \t]*\r?\n/, ''))
  const type = headers.get('content-type') ?? ''
  return {
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: parameter(type, 'charset'),
    location: headers.get('content-location') ?? '',
    content: decodeBody(body, (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
  }
}

/** Names in lower case; a line that begins with a blank goes on with the one before (RFC 5322, 2.2.3). */
function splitHeaders(text: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text)
  const lines = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

/** A parameter of a header, quoted or not. */
function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

function decodeBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
