// What reading a file noticed, in the user's words: where, what, and what became of it. None of it stopped the import.

import type { Language } from '../model/language.ts'
import type { Problem, SourceFormat } from '../model/source.ts'
import type { ColumnType } from '../model/table.ts'
import { dataWords } from './data.ts'
import { counted } from './english.ts'
import { encodingName, formatNames } from './formats.ts'

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

const formatName = (language: Language, format: string): string =>
  formatNames[language][format as SourceFormat] ?? format

/** In a Chinese sentence a word in Latin letters stands off a little. */
const spaced = (name: string): string => (/^\w/.test(name) ? ` ${name}` : name)

const words: Readonly<Record<Language, ProblemWords>> = {
  'zh-CN': {
    place: (sheet, row, column) =>
      [sheet && `“${sheet}”`, row && `第 ${row} 行`, column && `“${column}”列`].filter(Boolean).join(''),
    what: {
      'cell-misfit': (d) => `“${d('text')}”不是${typeName('zh-CN', d('type'))}，按原文保留，不参与计算`,
      'cell-error': (d) => `公式出错（${d('text')}），不参与计算`,
      'sheet-hidden': () => '隐藏的工作表，也已读取',
      'sheet-empty': () => '空的工作表',
      'rows-hidden': (d) =>
        `${d('count') === '1' ? '这一行是' : `从这里起有 ${d('count')} 行是`}隐藏的，也已计入`,
      'rows-filtered': (d) => `设有筛选，${d('count') || '部分'} 行没有显示，也已计入`,
      'columns-hidden': (d) => `有 ${d('count')} 列是隐藏的（${d('columns')}），也已读取`,
      'formula-without-value': (d) =>
        `有 ${d('count')} 个公式没有保存计算结果，按空白读取；请用 Excel 或 WPS 打开并保存后重新导入`,
      'links-external': () => '引用了别的文件，用的是上次保存时的数值',
      'merged-amounts': (d) => `合并单元格里的数值只计入第一行，其余 ${d('count')} 行留空，以免重复相加`,
      'encoding-mixed': (d) =>
        `这一行的文字编码与文件其余部分（${encodingName(d('encoding'))}）不一致，读不出的字显示为“�”`,
      'recipe-unfit': (d) => `上次的导入设置已不适用（${d('table')}），已重新识别`,
      'extension-mismatch': (d) =>
        `扩展名是 ${d('extension') || '空的'}，内容其实是${spaced(formatName('zh-CN', d('found')))}，按内容读取`,
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
      'rows-filtered': '设有筛选',
      'columns-hidden': '隐藏的列',
      'formula-without-value': '公式没有结果',
      'links-external': '引用别的文件',
      'merged-amounts': '合并的数值',
      'encoding-mixed': '编码不一致',
      'recipe-unfit': '导入设置不适用',
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
      'rows-hidden': (d) =>
        d('count') === '1'
          ? 'this row is hidden; it was counted too'
          : `from here ${d('count')} rows are hidden; they were counted too`,
      'rows-filtered': (d) => `a filter hides ${counted(d('count') || 'some', 'row')}; all are counted`,
      'columns-hidden': (d) =>
        d('count') === '1'
          ? `column ${d('columns')} is hidden; it was read too`
          : `${d('count')} columns are hidden (${d('columns')}); they were read too`,
      'formula-without-value': (d) =>
        `${d('count') === '1' ? 'a formula was saved without a result and is' : `${d('count')} formulas were saved without a result and are`} read as blank; open the file in Excel or WPS, save it and import it again`,
      'links-external': () => 'refers to other files; the values last saved are used',
      'merged-amounts': (d) =>
        `numbers in merged cells count once, in the first row; ${d('count') === '1' ? '1 row stays' : `${d('count')} rows stay`} blank so that sums are right`,
      'encoding-mixed': (d) =>
        `this line is not in the encoding of the rest (${encodingName(d('encoding'))}); characters that cannot be read show as “�”`,
      'recipe-unfit': (d) => `the earlier import settings no longer fit (${d('table')}); recognised anew`,
      'extension-mismatch': (d) =>
        `named ${d('extension') || 'without an extension'}, but its format is ${formatName('en', d('found'))}; read by its content`,
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
      'rows-filtered': 'filtered rows',
      'columns-hidden': 'hidden columns',
      'formula-without-value': 'formulas without a result',
      'links-external': 'links to other files',
      'merged-amounts': 'merged numbers',
      'encoding-mixed': 'mixed encodings',
      'recipe-unfit': 'settings that do not fit',
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
  if (where === '') return text.charAt(0).toUpperCase() + text.slice(1)
  return `${where}${language === 'en' ? ': ' : '：'}${text}`
}
