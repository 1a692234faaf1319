// Whether this machine has what the program needs. It looks and reports; it repairs nothing.

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { join } from 'node:path'
import type { CallOutput } from '../shared/contract.ts'
import type { Language } from '../shared/model/language.ts'
import { projectWords } from '../shared/text/projects.ts'
import type { Platform } from './platform.ts'

export type Checks = CallOutput<'app.doctor'>['checks']

const oldestNode = 24

export function examine(host: Platform, version: string, sqlite: string): Checks {
  const languages: readonly Language[] = ['zh-CN', 'en']
  const samples = languages.flatMap((language) => projectWords[language].sample.files)
  const missing = samples.filter((file) => !existsSync(join(host.samplesFolder, file)))
  return [
    { name: 'recap', ok: true, value: version },
    { name: 'system', ok: true, value: `${platform()} ${release()} ${arch()}` },
    {
      name: 'node',
      ok: Number.parseInt(process.versions.node, 10) >= oldestNode,
      value: process.versions.node,
    },
    { name: 'sqlite', ok: true, value: sqlite },
    { name: 'chinese-text', ok: readsChinese(), value: 'GB18030' },
    { name: 'data-folder', ...writable(host.dataFolder) },
    { name: 'projects-folder', ...writable(host.projectsFolder) },
    {
      name: 'samples',
      ok: missing.length === 0,
      value: missing.length === 0 ? String(samples.length) : missing.join(', '),
    },
  ]
}

/** Node and Electron can be built without the tables of Chinese encodings. */
function readsChinese(): boolean {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.of(0xd6, 0xd0)) === '中'
  } catch {
    return false
  }
}

function writable(folder: string): { ok: boolean; value: string } {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return { ok: true, value: 'writable' }
  } catch (error) {
    return {
      ok: false,
      value: error instanceof Error && 'code' in error ? String(error.code) : 'not writable',
    }
  }
}
