// The words of the table view: sorting and filtering rows, a column at a glance, copying cells out.

import type { Language } from '../model/language.ts'
import { counted } from './english.ts'

export interface TableViewWords {
  tools: string
  rows: (rows: string) => string
  rowsOf: (passing: string, rows: string) => string
  selected: (rows: string, columns: number) => string
  goTo: string
  goToHint: string
  columnMenu: string
  openColumn: (column: string) => string
  filters: string
  clearFilters: string
  removeFilter: (filter: string) => string
  filter: {
    contains: (column: string, text: string) => string
    is: (column: string, values: readonly string[], more: number) => string
    between: (column: string, from: string | undefined, to: string | undefined) => string
    blank: (column: string) => string
    filled: (column: string) => string
    misfit: (column: string) => string
  }
  noRows: string
  /** Over the rows that a figure was taken from. */
  rowsOfFigure: (figure: string) => string
  backToFigure: string
  panel: (column: string) => string
  closePanel: string
  ascending: string
  descending: string
  copyColumn: string
  copied: (rows: string, columns: number) => string
  tooMany: (cells: string) => string
  notCopied: string
  missing: string
  misfits: string
  distinct: string
  min: string
  max: string
  earliest: string
  latest: string
  mean: string
  spread: string
  bar: (from: string, to: string, count: string) => string
  frequent: string
  blankValue: string
  value: (value: string, count: string) => string
  filterBy: string
  contains: string
  from: string
  to: string
  blanks: string
  anyValue: string
  onlyBlank: string
  onlyFilled: string
  onlyMisfits: string
}

export const tableViewWords: Readonly<Record<Language, TableViewWords>> = {
  'zh-CN': {
    tools: '查看数据表',
    rows: (rows) => `${rows} 行`,
    rowsOf: (passing, rows) => `筛出 ${passing} 行，共 ${rows} 行`,
    selected: (rows, columns) => `已选 ${rows} 行 × ${columns} 列`,
    goTo: '转到行',
    goToHint: '工作表里的行号',
    columnMenu: '列概况与筛选',
    openColumn: (column) => `“${column}”的概况与筛选`,
    filters: '筛选条件',
    clearFilters: '全部清除',
    removeFilter: (filter) => `去掉筛选：${filter}`,
    filter: {
      contains: (column, text) => `${column} 含“${text}”`,
      is: (column, values, more) => `${column} 是 ${values.join('、')}${more > 0 ? ` 等 ${more} 项` : ''}`,
      between: (column, from, to) =>
        from === undefined
          ? `${column} 不超过 ${to ?? ''}`
          : to === undefined
            ? `${column} 不低于 ${from}`
            : `${column} 从 ${from} 到 ${to}`,
      blank: (column) => `${column} 为空`,
      filled: (column) => `${column} 有值`,
      misfit: (column) => `${column} 与类型不符`,
    },
    noRows: '没有符合筛选条件的行',
    rowsOfFigure: (figure) => `这是“${figure}”用到的原始数据`,
    backToFigure: '回到指标',
    panel: (column) => `“${column}”列概况`,
    closePanel: '关闭列概况',
    ascending: '升序',
    descending: '降序',
    copyColumn: '复制整列',
    copied: (rows, columns) => `已复制 ${rows} 行 × ${columns} 列`,
    tooMany: (cells) => `一次最多复制 ${cells} 格，请先筛选或选小一些。`,
    notCopied: '没能复制到剪贴板，请再试一次。',
    missing: '空白',
    misfits: '与类型不符',
    distinct: '不同的值',
    min: '最小',
    max: '最大',
    earliest: '最早',
    latest: '最晚',
    mean: '平均',
    spread: '分布',
    bar: (from, to, count) => `${from} 至 ${to}：${count} 行`,
    frequent: '最常见的值',
    blankValue: '（空白）',
    value: (value, count) => `${value}：${count} 行`,
    filterBy: '筛选',
    contains: '包含文字',
    from: '从',
    to: '到',
    blanks: '空白',
    anyValue: '不限',
    onlyBlank: '只看空白',
    onlyFilled: '只看有值',
    onlyMisfits: '只看与类型不符的',
  },
  en: {
    tools: 'Table view',
    rows: (rows) => counted(rows, 'row'),
    rowsOf: (passing, rows) => `${passing} of ${rows} rows`,
    selected: (rows, columns) => `${rows} × ${columns} selected`,
    goTo: 'Go to row',
    goToHint: 'number in the sheet',
    columnMenu: 'Column profile and filter',
    openColumn: (column) => `Profile and filter of “${column}”`,
    filters: 'Filters',
    clearFilters: 'Clear all',
    removeFilter: (filter) => `Remove filter: ${filter}`,
    filter: {
      contains: (column, text) => `${column} contains “${text}”`,
      is: (column, values, more) => `${column} is ${values.join(', ')}${more > 0 ? ` or ${more} more` : ''}`,
      between: (column, from, to) =>
        from === undefined
          ? `${column} at most ${to ?? ''}`
          : to === undefined
            ? `${column} at least ${from}`
            : `${column} from ${from} to ${to}`,
      blank: (column) => `${column} is blank`,
      filled: (column) => `${column} is not blank`,
      misfit: (column) => `${column} does not fit its type`,
    },
    noRows: 'No row passes the filters',
    rowsOfFigure: (figure) => `These are the rows of “${figure}”`,
    backToFigure: 'Back to the figure',
    panel: (column) => `Column “${column}”`,
    closePanel: 'Close the column profile',
    ascending: 'Ascending',
    descending: 'Descending',
    copyColumn: 'Copy the column',
    copied: (rows, columns) => `Copied ${rows} × ${columns} cells`,
    tooMany: (cells) => `At most ${cells} cells can be copied at once; filter first or select fewer.`,
    notCopied: 'It could not be put on the clipboard; try again.',
    missing: 'Blank',
    misfits: 'Misfits',
    distinct: 'Distinct',
    min: 'Minimum',
    max: 'Maximum',
    earliest: 'Earliest',
    latest: 'Latest',
    mean: 'Mean',
    spread: 'Distribution',
    bar: (from, to, count) => `${from} to ${to}: ${counted(count, 'row')}`,
    frequent: 'Most frequent values',
    blankValue: '(blank)',
    value: (value, count) => `${value}: ${counted(count, 'row')}`,
    filterBy: 'Filter',
    contains: 'Contains',
    from: 'From',
    to: 'To',
    blanks: 'Blanks',
    anyValue: 'any',
    onlyBlank: 'only blank',
    onlyFilled: 'only filled',
    onlyMisfits: 'Only misfits',
  },
}
