// Names of printed files by the rule that schools and companies ask for: 单位_姓名_主题_日期. The export screen shows the
// name before the file exists, the exporter gives it. Never looks at the disk: whether a name is taken is the host's matter.

import type { Project } from '../model/project.ts'
import { documentWords } from './document.ts'

const longestName = 120
/** What file systems count is bytes: 255 in most of them, and some sync services add a suffix of their own. */
const mostBytes = 240

/** Not allowed by Windows (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and marks that turn the writing round. */
const unfit = /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i

/**
 * 星河科技_李想_实习总结_2026年8月31日.docx. Empty parts are left out; without a title the project's own name stands for it.
 * At most 120 characters and 240 bytes with its ending: the longest part is cut first.
 */
export function reportFileName(
  project: Pick<Project, 'facts' | 'language' | 'name' | 'template'>,
  format: 'docx',
): string {
  const { organisation, name, title, date } = project.facts
  const subject = fit(title) || fit(project.name) || documentWords[project.language].titles[project.template]
  const parts = [fit(organisation), fit(name), subject, fit(date)].filter((part) => part !== '')
  const ending = `.${format}`
  while (tooLong(parts.join('_') + ending)) {
    const longest = parts.reduce(
      (far, part, index) => (part.length > (parts[far] ?? '').length ? index : far),
      0,
    )
    parts[longest] = fit([...(parts[longest] ?? '')].slice(0, -1).join(''))
  }
  const stem = parts.join('_')
  return `${reserved.test(stem) ? `_${stem}` : stem}${ending}`
}

const tooLong = (name: string): boolean => name.length > longestName - 1 || bytesOf(name) > mostBytes

/** Length in UTF-8. */
const bytesOf = (text: string): number =>
  [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)

/** A part as Windows takes it: a name may not end in a dot or a space, and one that begins with a dot is hidden elsewhere. */
const fit = (part: string): string =>
  part
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(unfit, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
