// The words that only a printed report has: cover, contents, names of files. The report's own sentences are not here.

import type { Language } from '../model/language.ts'
import type { TemplateId } from '../model/project.ts'

interface DocumentWords {
  /** Printed where the author gave no title. */
  titles: Readonly<Record<TemplateId, string>>
  contents: string
  /** Between 表1 and what the table shows. */
  captionGap: string
  /** At the axis of a chart whose values are counted in something: 单位：万人. */
  unit: (unit: string) => string
}

export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  'zh-CN': {
    titles: { internship: '实习总结' },
    contents: '目录',
    captionGap: '　',
    unit: (unit) => `单位：${unit}`,
  },
  en: {
    titles: { internship: 'Internship report' },
    contents: 'Contents',
    captionGap: '. ',
    unit: (unit) => `Unit: ${unit}`,
  },
}
