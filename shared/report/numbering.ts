// Numbers of headings and captions, computed from the order of the blocks and never stored.

import type { HeadingNumber, HouseStyle } from '../model/house-style.ts'
import type { BlockId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Block } from '../model/report.ts'

const captionLabels: Readonly<
  Record<Language, { table: (number: number) => string; chart: (number: number) => string }>
> = {
  'zh-CN': { table: (number) => `表${number}`, chart: (number) => `图${number}` },
  en: { table: (number) => `Table ${number}`, chart: (number) => `Figure ${number}` },
}

/**
 * What stands before a heading (一、 （一） 1. 1.1) and before a caption (表1, 图1; Table 1, Figure 1), by block.
 * Headings without words and tables and charts without a caption have none and are not counted.
 */
export function numberReport(blocks: readonly Block[], style: HouseStyle): ReadonlyMap<BlockId, string> {
  const numbers = new Map<BlockId, string>()
  const counts = [0, 0, 0, 0]
  const captions = { table: 0, chart: 0 }
  for (const block of blocks) {
    if (block.type === 'heading' && block.content.length > 0) {
      const depth = block.level - 1
      counts[depth] = (counts[depth] ?? 0) + 1
      counts.fill(0, depth + 1)
      numbers.set(block.id, headingNumber(style.numbering[depth] ?? 'decimal', counts.slice(0, block.level)))
    } else if ((block.type === 'table' || block.type === 'chart') && block.caption.length > 0) {
      captions[block.type] += 1
      numbers.set(block.id, captionLabels[style.language][block.type](captions[block.type]))
    }
  }
  return numbers
}

function headingNumber(how: HeadingNumber, counts: readonly number[]): string {
  const own = counts.at(-1) ?? 0
  switch (how) {
    case 'chinese':
      return `${chineseNumber(own)}、`
    case 'chinese-bracket':
      return `（${chineseNumber(own)}）`
    case 'arabic':
      return `${own}.`
    case 'arabic-bracket':
      return `（${own}）`
    case 'decimal':
      return counts.join('.')
  }
}

const chineseDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99: 十一, 二十. */
function chineseNumber(number: number): string {
  if (number >= 100) return String(number)
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const digit = (value: number): string => chineseDigits[value] ?? ''
  if (tens === 0) return digit(ones)
  return `${tens > 1 ? digit(tens) : ''}十${ones > 0 ? digit(ones) : ''}`
}
