// What reading a file noticed, in the user's words: where, what, and what became of it. None of it stopped the import.

import type { Language } from '../model/language.ts'
import type { Problem } from '../model/source.ts'
import type { ColumnType } from '../model/table.ts'
import { dataWords } from './data.ts'

/** A part of the problem's detail as text; empty when it is not there. */
type Detail = (name: string) => string
type Say = (detail: Detail) => string

interface ProblemWords {
  /** `rows` is absent where the whole sheet is meant. */
  place: (sheet: string | undefined, row: number | undefined, column: string | undefined) => string
  what: Readonly<Record<Problem['code'], Say>>
  more: (what: string, count: string) => string
  kinds: Readonly<Record<Problem['code'], string>>
}

const typeName = (language: Language, type: string): string =>
  dataWords[language].types[type as ColumnType] ?? type

const words: Readonly<Record<Language, ProblemWords>> = {
  'zh-CN': {
    place: (sheet, row, column) =>
      [sheet && `“${sheet}”`, row && `第 ${row} 行`, column && `“${column}”列`].filter(Boolean).join(''),
    what: {
      'cell-misfit': (d) => `“${d('text')}”不是${typeName('zh-CN', d('type'))}，按原文保留，不参与计算`,
      'cell-error': (d) => `公式出错（${d('text')}），不参与计算`,
      'sheet-hidden': () => '是隐藏的工作表，也已读取',
      'sheet-empty': () => '是空的工作表',
      'rows-hidden': (d) => `从这里起有 ${d('count')} 行是隐藏的，也已计入`,
      'extension-mismatch': (d) =>
        `扩展名是 ${d('extension') || '空的'}，内容其实是 ${d('found')}，按内容读取`,
      'row-ragged': (d) => `有 ${d('fields')} 个字段，应为 ${d('expected')} 个`,
      'total-mismatch': (d) => `写的是 ${d('stated')}，各行相加是 ${d('computed')}`,
      'columns-unnamed': (d) => `有 ${d('count')} 列没有列名（${d('columns')}），按列标命名`,
      'more-of-the-same': () => '',
    },
    more: (what, count) => `还有 ${count} 处同样的提示：${what}`,
    kinds: {
      'cell-misfit': '与类型不符',
      'cell-error': '公式出错',
      'sheet-hidden': '隐藏的工作表',
      'sheet-empty': '空的工作表',
      'rows-hidden': '隐藏的行',
      'extension-mismatch': '扩展名不符',
      'row-ragged': '字段数不一致',
      'total-mismatch': '合计对不上',
      'columns-unnamed': '没有列名',
      'more-of-the-same': '同类',
    },
  },
  en: {
    place: (sheet, row, column) =>
      [sheet && `“${sheet}”`, row && `row ${row}`, column && `column “${column}”`].filter(Boolean).join(', '),
    what: {
      'cell-misfit': (d) =>
        `“${d('text')}” does not fit the type ${typeName('en', d('type'))}; kept as written and left out of sums`,
      'cell-error': (d) => `a formula failed (${d('text')}); left out of sums`,
      'sheet-hidden': () => 'a hidden sheet; it was read too',
      'sheet-empty': () => 'an empty sheet',
      'rows-hidden': (d) => `from here ${d('count')} rows are hidden; they were counted too`,
      'extension-mismatch': (d) =>
        `named ${d('extension') || 'without an extension'}, but its content is ${d('found')}; read by its content`,
      'row-ragged': (d) => `has ${d('fields')} fields instead of ${d('expected')}`,
      'total-mismatch': (d) => `says ${d('stated')}, its rows add up to ${d('computed')}`,
      'columns-unnamed': (d) =>
        d('count') === '1'
          ? `column ${d('columns')} has no name; it is called by its letter`
          : `${d('count')} columns have no name (${d('columns')}); they are called by their letters`,
      'more-of-the-same': () => '',
    },
    more: (what, count) => `${count} more of the same: ${what}`,
    kinds: {
      'cell-misfit': 'does not fit its type',
      'cell-error': 'failed formula',
      'sheet-hidden': 'hidden sheet',
      'sheet-empty': 'empty sheet',
      'rows-hidden': 'hidden rows',
      'extension-mismatch': 'wrong extension',
      'row-ragged': 'uneven row',
      'total-mismatch': 'total that does not add up',
      'columns-unnamed': 'no name',
      'more-of-the-same': 'same kind',
    },
  },
}

/** One line: the place, then what is the matter. `“日报”第 12 行“注册”列：“待补”不是整数，按原文保留，不参与计算` */
export function problemText(language: Language, { code, sheet, row, column, detail }: Problem): string {
  const { place, what, more, kinds } = words[language]
  const read: Detail = (name) => String(detail[name] ?? '')
  const where = place(sheet, row, column)
  const text =
    code === 'more-of-the-same'
      ? more(kinds[detail.code as Problem['code']], read('count'))
      : what[code](read)
  return where === '' ? text : `${where}${language === 'en' ? ': ' : '：'}${text}`
}
