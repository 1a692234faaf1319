// Numbers that Word counts itself: of headings, by the house style, and of lists. The numbers that numberReport gives
// to the screen and to references are the same; a test holds the two together.

import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { HeadingNumber, HouseStyle } from '../../../shared/model/house-style.ts'
import { headingIndent, listIndent, twips } from '../measures.ts'
import { runLook } from './look.ts'

type Level = INumberingOptions['config'][number]['levels'][number]

/**
 * docx replaces `{name-0}` anywhere in the text by the number of the list of that name. These names hold a character
 * that is stripped from all text of a report, so that no sentence can spell one.
 */
const own = (name: string): string => `${name}\uFFFE`
export const headingList = own('headings')
export const orderedList = own('ordered')
export const bulletList = own('bullets')

const headingFormats: Readonly<
  Record<HeadingNumber, (level: number) => Pick<Level, 'format' | 'text' | 'suffix'>>
> = {
  chinese: (level) => ({
    format: LevelFormat.CHINESE_COUNTING,
    text: `%${level}、`,
    suffix: LevelSuffix.NOTHING,
  }),
  'chinese-bracket': (level) => ({
    format: LevelFormat.CHINESE_COUNTING,
    text: `（%${level}）`,
    suffix: LevelSuffix.NOTHING,
  }),
  arabic: (level) => ({ format: LevelFormat.DECIMAL, text: `%${level}.`, suffix: LevelSuffix.SPACE }),
  'arabic-bracket': (level) => ({
    format: LevelFormat.DECIMAL,
    text: `（%${level}）`,
    suffix: LevelSuffix.NOTHING,
  }),
  decimal: (level) => ({
    format: LevelFormat.DECIMAL,
    text: Array.from({ length: level }, (_, index) => `%${index + 1}`).join('.'),
    suffix: LevelSuffix.TAB,
  }),
}

/** What stands between a heading's number and its words in Word, for the contents, which repeats it. */
export const numberGap = (number: HeadingNumber): '' | ' ' | '\t' => {
  const { suffix } = headingFormats[number](1)
  return suffix === LevelSuffix.NOTHING ? '' : suffix === LevelSuffix.SPACE ? ' ' : '\t'
}

const ordered: Readonly<Record<HouseStyle['language'], readonly Pick<Level, 'format' | 'text'>[]>> = {
  'zh-CN': [
    { format: LevelFormat.DECIMAL, text: '%1.' },
    { format: LevelFormat.DECIMAL, text: '（%2）' },
    { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%3' },
    { format: LevelFormat.LOWER_LETTER, text: '%4.' },
  ],
  en: [
    { format: LevelFormat.DECIMAL, text: '%1.' },
    { format: LevelFormat.LOWER_LETTER, text: '(%2)' },
    { format: LevelFormat.LOWER_ROMAN, text: '%3.' },
    { format: LevelFormat.UPPER_LETTER, text: '%4.' },
  ],
}

const bullets = ['•', '–', '•', '–']

export function numberingOf(style: HouseStyle): INumberingOptions {
  const item = (level: number, look: Pick<Level, 'format' | 'text'>): Level => {
    const { mark, text } = listIndent(style, level)
    return {
      level,
      ...look,
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: twips(text), hanging: twips(text - mark) } },
        run: runLook(style.body, style.language),
      },
    }
  }
  return {
    config: [
      {
        reference: headingList,
        levels: style.headings.map((type, index) => {
          const left = twips(headingIndent(style, index + 1))
          return {
            level: index,
            ...headingFormats[style.numbering[index] ?? 'decimal'](index + 1),
            alignment: AlignmentType.LEFT,
            style: {
              style: `Heading${index + 1}`,
              paragraph: { indent: { left, hanging: left } },
              run: runLook(type, style.language),
            },
          }
        }),
      },
      { reference: orderedList, levels: ordered[style.language].map((look, level) => item(level, look)) },
      {
        reference: bulletList,
        levels: bullets.map((text, level) => item(level, { format: LevelFormat.BULLET, text })),
      },
    ],
  }
}
