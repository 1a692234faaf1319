// A type style of the house style as Word's run and paragraph properties.

import { AlignmentType, type IParagraphOptions, type IRunStylePropertiesOptions, LineRuleType } from 'docx'
import type { TypeStyle } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { twips } from '../measures.ts'

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

/** Fonts for all four kinds of characters, and the languages for proofing. */
export const runLook = (type: TypeStyle, language: Language): IRunStylePropertiesOptions => ({
  font: {
    ascii: type.face.latin,
    hAnsi: type.face.latin,
    eastAsia: type.face.eastAsia,
    cs: type.face.latin,
  },
  size: type.size * 2,
  bold: type.bold,
  boldComplexScript: type.bold,
  language: { value: language === 'en' ? 'en-GB' : 'en-US', eastAsia: 'zh-CN' },
})

export const paragraphLook = (type: TypeStyle): Pick<IParagraphOptions, 'alignment' | 'spacing'> => ({
  alignment: alignments[type.align],
  spacing: {
    line: twips(type.line),
    lineRule: LineRuleType.EXACT,
    before: twips(type.before),
    after: twips(type.after),
  },
})
