// What every command is given: the language, where results go, and a bar for long work. stdout carries results only.

import type { EventPayload } from '../../../shared/contract.ts'
import type { ErrorCode, ErrorDetail } from '../../../shared/errors.ts'
import { Language } from '../../../shared/model/language.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { terminalWords } from '../../../shared/text/terminal.ts'

export interface Terminal {
  language: Language
  words: (typeof terminalWords)[Language]
  /** `value` as one line of JSON when that is asked for, else `text`. */
  print(value: unknown, text: () => string): void
  /** Shows how far a job is, where somebody is looking. */
  progress(label: string, progress: EventPayload<'job.progress'>): void
  /** Takes the bar away. */
  clear(): void
}

export function createTerminal(language: Language, json: boolean): Terminal {
  const words = terminalWords[language]
  let shown = false
  return {
    language,
    words,
    print: (value, text) => void process.stdout.write(`${json ? JSON.stringify(value) : text()}\n`),
    progress(label, { step, done, total }) {
      if (!process.stderr.isTTY) return
      const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total)
      const bar = share === undefined ? `${done}` : `${barOf(share)} ${Math.round(share * 100)}%`
      process.stderr.write(`\r\u001B[K${words.steps[step]} ${label} ${bar}`)
      shown = true
    },
    clear() {
      if (shown) process.stderr.write('\r\u001B[K')
      shown = false
    },
  }
}

const barLength = 24
const barOf = (share: number): string => '█'.repeat(Math.round(share * barLength)).padEnd(barLength, '░')

/** `file-empty: what happened, what is safe, what to do`, as one line. */
export function failureLine(language: Language, code: ErrorCode, detail: ErrorDetail): string {
  const { what, safe, next } = errorText(language, code, detail)
  // What is chosen on the screen is an option here.
  const does = code === 'file-encoding-unknown' ? terminalWords[language].chooseEncoding : next
  return `${code}: ${[what, safe, does].join(language === 'en' ? ' ' : '')}`.replaceAll(/\s*\n\s*/g, ' ')
}

/** The language of messages: `--lang`, else what the system says, else English. */
export function messageLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const named = args[at]?.split('=')[1] ?? (at >= 0 ? args[at + 1] : undefined)
  return Language.safeParse(named).data ?? localeLanguage(env) ?? 'en'
}

/** What the locale says; undefined where it says nothing, as `C` and `POSIX` do. */
export function localeLanguage(env: NodeJS.ProcessEnv): Language | undefined {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? ''
  if (/^(?:C|POSIX)?(?:\.|$)/i.test(locale)) return undefined
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Columns as wide as their widest cell; a Chinese character takes two places. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0)

const isWide = (character: string): boolean =>
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
    character,
  )
