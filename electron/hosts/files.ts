// Files that pass between the user and the engine: tokens for paths, uploads taken in, downloads given out. The same
// for the window and for the browser. Never gives a path to a page, and never takes one from it.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, extname, join, parse } from 'node:path'
import { Readable } from 'node:stream'
import { RecapError } from '../../shared/errors.ts'
import type { FileRef } from '../../shared/model/ids.ts'
import type { PlatformFiles } from '../platform.ts'
import { commonHeaders } from './page.ts'

/** A file on the disk and the name the user knows it by. */
export interface KnownFile {
  path: string
  name: string
}

/** The largest file that is taken in. A workbook of this size is beyond what Excel opens. */
const UPLOAD_BYTES = 1024 ** 3
/** Uploads and finished exports older than this are removed when a host starts. */
const KEPT_MS = 24 * 3600 * 1000

/** Most file systems take 255 bytes; there must be room for a number and an ending. */
const NAME_BYTES = 180
const ENDING_BYTES = 30

/** 144 bits that fit the form of an id. */
const newToken = (): string => randomBytes(18).toString('base64url')

/** @param scratchFolder for files offered for download; made when first needed */
export function createFileTable(scratchFolder: string): PlatformFiles {
  const files = new Map<string, KnownFile>()
  const refs = new Map<string, FileRef>()
  return {
    pathOf(ref) {
      const file = files.get(ref)
      if (file === undefined) throw new RecapError('file-missing', 'no such file token')
      return file
    },
    refFor(path, name = basename(path)) {
      const known = refs.get(path)
      const ref = known ?? (newToken() as FileRef)
      if (known === undefined) refs.set(path, ref)
      files.set(ref, { path, name })
      return ref
    },
    scratch(name) {
      const folder = join(scratchFolder, newToken())
      mkdirSync(folder, { recursive: true })
      return join(folder, safeName(name))
    },
  }
}

/**
 * The name a file has on its owner's machine, made fit for ours: no folders, no control characters, none of the
 * device names of Windows, and no longer than a file system takes, with its ending kept.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
    .toWellFormed()
  const { name: stem, ext } = parse(plain)
  const short = within(stem, NAME_BYTES) + within(ext, ENDING_BYTES)
  if (short === '') return 'file'
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short) ? `_${short}` : short
}

/** As many whole characters as fit. */
function within(text: string, bytes: number): string {
  let kept = ''
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break
    kept += character
  }
  return kept
}

export interface UploadFolders {
  /** Copies to read from; cleaned at the start of a host. */
  uploads: string
  /** A project that is handed in is the user's own from then on, and stays. */
  projects: string
}

export interface Upload {
  body: AsyncIterable<Uint8Array>
  /** As its owner calls it. */
  name: string
  /** What its sender says it is, in bytes; 0 when it does not say. */
  size: number
}

/**
 * Writes what comes in to a file of its own: whole or not at all.
 * Throws `file-too-large`, `disk-full`, or whatever the body fails with.
 */
export async function receiveFile(
  { body, name, size }: Upload,
  folders: UploadFolders,
  limit = UPLOAD_BYTES,
): Promise<KnownFile> {
  const known = safeName(name)
  if (size > limit) throw tooLarge(known, limit)
  let target: Target | undefined
  let received = 0
  try {
    for await (const bytes of body) {
      received += bytes.byteLength
      if (received > limit) throw tooLarge(known, limit)
      target ??= await openTarget(known, bytes, folders)
      await target.handle.appendFile(bytes)
    }
    target ??= await openTarget(known, new Uint8Array(), folders)
    await target.handle.sync()
    await target.handle.close()
    const path = target.isProject ? await freePath(target.folder, known) : join(target.folder, known)
    await rename(target.part, path)
    return { path, name: basename(path) }
  } catch (error) {
    await target?.handle.close().catch(() => undefined)
    if (target !== undefined) await rm(target.isProject ? target.part : target.folder, { recursive: true })
    throw diskFull(error) ?? error
  }
}

interface Target {
  handle: FileHandle
  isProject: boolean
  folder: string
  /** Its name while it is not whole. */
  part: string
}

/** A project goes among the user's projects, if by its first bytes it can be one. */
async function openTarget(name: string, first: Uint8Array, folders: UploadFolders): Promise<Target> {
  const isProject =
    extname(name).toLowerCase() === '.recap' &&
    Buffer.from(first).toString('latin1').startsWith('SQLite format 3\0')
  const folder = isProject ? folders.projects : join(folders.uploads, newToken())
  await mkdir(folder, { recursive: true })
  const part = join(folder, `${newToken()}.part`)
  return { handle: await open(part, 'wx', 0o600), isProject, folder, part }
}

function tooLarge(name: string, limit: number): RecapError {
  return new RecapError('file-too-large', 'upload over the limit', {
    file: name,
    limit: `${Math.round(limit / 1024 ** 2)} MB`,
  })
}

function diskFull(error: unknown): RecapError | undefined {
  const full =
    error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return full ? new RecapError('disk-full', 'no space for the upload', {}, { cause: error }) : undefined
}

/** `name (2).recap` when the name is taken. */
async function freePath(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder))
  const { name: stem, ext } = parse(name)
  let candidate = name
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${stem} (${number})${ext}`
  return join(folder, candidate)
}

/** The file itself, to be kept under its name. Throws `file-missing` when it is gone. */
export async function downloadResponse({ path, name }: KnownFile): Promise<Response> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new RecapError('file-missing', 'the file is gone', { file: name }, { cause })
  })
  const { size } = await handle.stat()
  return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
    headers: {
      ...commonHeaders,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': disposition(name),
    },
  })
}

/** Any name survives: ASCII for old readers, the real one by RFC 8187. */
function disposition(name: string): string {
  const ascii = name.replaceAll(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Removes what earlier runs left behind and cannot be asked for any more. */
export function cleanFolder(folder: string, now: Date): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (now.getTime() - changed > KEPT_MS) rmSync(path, { recursive: true, force: true })
  }
}
