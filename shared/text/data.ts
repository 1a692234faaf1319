// The words of the data screen: what was given, what was found in it, what was left out and why.

import type { Language } from '../model/language.ts'
import type { ColumnType, DateStep, SkippedRow } from '../model/table.ts'
import { counted, plural } from './english.ts'

const many = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`

export interface DataWords {
  title: string
  summary: (sources: number, tables: number) => string
  import: string
  dropHere: string
  emptyTitle: string
  emptyText: string
  emptyFormats: string
  emptyPaste: string
  pastedName: (time: string) => string
  sources: string
  steps: Readonly<Record<'waiting' | 'copying' | 'reading' | 'storing' | 'measuring' | 'writing', string>>
  stepOf: (step: string, file: string) => string
  rowsSoFar: (rows: string) => string
  rowsPerSecond: (rows: string) => string
  cancel: string
  cancelFile: (file: string) => string
  dismiss: string
  imported: (file: string, tables: number, rows: string) => string
  replaced: (file: string) => string
  replacedTag: string
  newTag: string
  undo: string
  importedAt: (when: string) => string
  tablesOf: (file: string) => string
  rows: (rows: string) => string
  columns: (columns: number) => string
  sheet: string
  range: string
  header: string
  headerRows: (rows: string) => string
  skipped: string
  nothingSkipped: string
  why: Readonly<Record<SkippedRow['why'], string>>
  skippedRows: (why: string, rows: number) => string
  rowNumbers: (numbers: readonly number[], more: boolean) => string
  problems: (count: number) => string
  noProblems: string
  rowNumber: string
  types: Readonly<Record<ColumnType, string>>
  /** Of dates that are no single days. */
  dateSteps: Readonly<Record<Exclude<DateStep, 'day'>, string>>
  yes: string
  no: string
  gridName: (table: string) => string
  gridLoading: string
  gridEmpty: string
  retry: string
  remove: string
  removeFile: (file: string) => string
  removeTitle: (file: string) => string
  removeText: (figures: number) => string
  removed: (file: string) => string
  draft: string
  drafting: string
  redraft: string
  redraftTitle: string
  redraftText: string
  redraftKeep: string
  seeReport: string
  draftFailed: string
  drafted: (figures: number, charts: number) => string
  noTables: string
}

export const dataWords: Readonly<Record<Language, DataWords>> = {
  'zh-CN': {
    title: '数据',
    summary: (sources, tables) => `${sources} 个数据源 · ${tables} 张数据表`,
    import: '导入表格…',
    dropHere: '松开鼠标，核对并导入这些表格',
    emptyTitle: '把表格拖到这里',
    emptyText: '标题行、多层表头、小计和单位会自动认出来，导入前可以逐项核对。可以一次拖入多个文件。',
    emptyFormats:
      '支持 Excel 与 WPS 表格（xlsx、xls、xlsb、et 等）、OpenDocument、CSV 等文本、网页表格和 Parquet。',
    emptyPaste: '也可以从 Excel、WPS 或网页复制一块单元格，在这里粘贴。',
    pastedName: (time) => `粘贴的表格 ${time}`,
    sources: '数据源',
    steps: {
      waiting: '排队中',
      copying: '正在接收',
      reading: '正在读取',
      storing: '正在写入',
      measuring: '正在计算',
      writing: '正在写入',
    },
    stepOf: (step, file) => `${step} ${file}`,
    rowsSoFar: (rows) => `${rows} 行`,
    rowsPerSecond: (rows) => `每秒 ${rows} 行`,
    cancel: '取消',
    cancelFile: (file) => `取消导入“${file}”`,
    dismiss: '知道了',
    imported: (file, tables, rows) => `已导入“${file}”：${tables} 张数据表，${rows} 行`,
    replaced: (file) => `“${file}”替换了先前的同名文件，指标已按新数据更新`,
    replacedTag: '已替换先前的同名文件，指标已更新',
    newTag: '刚刚导入',
    undo: '撤销',
    importedAt: (when) => `${when} 导入`,
    tablesOf: (file) => `“${file}”里的数据表`,
    rows: (rows) => `${rows} 行`,
    columns: (columns) => `${columns} 列`,
    sheet: '工作表',
    range: '范围',
    header: '表头',
    headerRows: (rows) => `第 ${rows} 行`,
    skipped: '跳过',
    nothingSkipped: '没有',
    why: {
      title: '标题',
      note: '说明',
      unit: '单位行',
      blank: '空行',
      'repeated-header': '重复表头',
      subtotal: '小计',
      total: '合计',
      footnote: '脚注',
    },
    skippedRows: (why, rows) => `${why} ${rows} 行`,
    rowNumbers: (numbers, more) => `第 ${numbers.join('、')} 行${more ? '等' : ''}`,
    problems: (count) => `${count} 条提示`,
    noProblems: '没有发现问题',
    rowNumber: '行号',
    types: {
      integer: '整数',
      number: '数值',
      money: '金额',
      percent: '百分比',
      date: '日期',
      datetime: '日期时间',
      duration: '时长',
      text: '文本',
      boolean: '是否',
    },
    dateSteps: { week: '周', month: '月', quarter: '季度', half: '半年', year: '年' },
    yes: '是',
    no: '否',
    gridName: (table) => `数据表“${table}”`,
    gridLoading: '正在载入…',
    gridEmpty: '没有数据行',
    retry: '再试一次',
    remove: '移除',
    removeFile: (file) => `移除“${file}”`,
    removeTitle: (file) => `移除“${file}”？`,
    removeText: (figures) =>
      figures === 0
        ? '它的数据表会从项目里移除，原文件不受影响。没有指标用到它。'
        : `它的数据表会从项目里移除，原文件不受影响。用到它的 ${figures} 个指标会保留，并标明数据已移除；重新导入同名文件即可恢复。`,
    removed: (file) => `已移除“${file}”`,
    draft: '起草报告',
    drafting: '正在起草报告',
    redraft: '重新起草',
    redraftTitle: '重新起草报告？',
    redraftText: '报告会按模板和现在的数据重新写一遍，你在报告里写的文字会被替换。指标和数据不受影响。',
    redraftKeep: '保留现在的报告',
    seeReport: '查看报告',
    draftFailed: '没能起草报告',
    drafted: (figures, charts) => `报告已起草：${figures} 个指标，${charts} 张图表`,
    noTables: '这个文件里没有找到数据表。',
  },
  en: {
    title: 'Data',
    summary: (sources, tables) => `${many(sources, 'source')} · ${many(tables, 'table')}`,
    import: 'Import spreadsheets…',
    dropHere: 'Let go to review and import these spreadsheets',
    emptyTitle: 'Drop spreadsheets here',
    emptyText:
      'Title rows, stacked headers, subtotals, totals and units are recognised; check them before the import. As many files at once as you like.',
    emptyFormats:
      'Excel and WPS (xlsx, xls, xlsb, et and more), OpenDocument, CSV and other text, tables of web pages, Parquet.',
    emptyPaste: 'Or copy cells in Excel, WPS or a web page and paste them here.',
    pastedName: (time) => `Pasted cells ${time}`,
    sources: 'Sources',
    steps: {
      waiting: 'Waiting',
      copying: 'Receiving',
      reading: 'Reading',
      storing: 'Storing',
      measuring: 'Measuring',
      writing: 'Writing',
    },
    stepOf: (step, file) => `${step} ${file}`,
    rowsSoFar: (rows) => counted(rows, 'row'),
    rowsPerSecond: (rows) => `${rows} rows/s`,
    cancel: 'Cancel',
    cancelFile: (file) => `Cancel the import of “${file}”`,
    dismiss: 'Dismiss',
    imported: (file, tables, rows) => `Imported “${file}”: ${many(tables, 'table')}, ${counted(rows, 'row')}`,
    replaced: (file) =>
      `“${file}” took the place of the earlier file of that name; the figures follow the new data`,
    replacedTag: 'Took the place of the earlier file of this name; figures updated',
    newTag: 'Just imported',
    undo: 'Undo',
    importedAt: (when) => `Imported ${when}`,
    tablesOf: (file) => `Tables in “${file}”`,
    rows: (rows) => counted(rows, 'row'),
    columns: (columns) => many(columns, 'column'),
    sheet: 'Sheet',
    range: 'Range',
    header: 'Header',
    headerRows: (rows) => `${rows.includes('–') ? 'rows' : 'row'} ${rows}`,
    skipped: 'Left out',
    nothingSkipped: 'nothing',
    why: {
      title: 'title row',
      note: 'note row',
      unit: 'unit row',
      blank: 'blank row',
      'repeated-header': 'repeated header',
      subtotal: 'subtotal',
      total: 'total',
      footnote: 'footnote',
    },
    skippedRows: (why, rows) => many(rows, why),
    rowNumbers: (numbers, more) =>
      `${numbers.length === 1 ? 'row' : 'rows'} ${numbers.join(', ')}${more ? ' …' : ''}`,
    problems: (count) => many(count, 'note'),
    noProblems: 'No problems found',
    rowNumber: 'Row',
    types: {
      integer: 'integer',
      number: 'number',
      money: 'money',
      percent: 'percent',
      date: 'date',
      datetime: 'date and time',
      duration: 'duration',
      text: 'text',
      boolean: 'yes or no',
    },
    dateSteps: { week: 'week', month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' },
    yes: 'yes',
    no: 'no',
    gridName: (table) => `Table “${table}”`,
    gridLoading: 'Loading…',
    gridEmpty: 'No rows',
    retry: 'Try again',
    remove: 'Remove',
    removeFile: (file) => `Remove “${file}”`,
    removeTitle: (file) => `Remove “${file}”?`,
    removeText: (figures) =>
      figures === 0
        ? 'Its tables leave the project; the file itself stays as it is. No figure uses them.'
        : `Its tables leave the project; the file itself stays as it is. ${many(figures, 'figure')} that use them stay and say that their data is gone; importing a file of the same name brings them back.`,
    removed: (file) => `Removed “${file}”`,
    draft: 'Draft the report',
    drafting: 'Drafting the report',
    redraft: 'Draft again',
    redraftTitle: 'Draft the report again?',
    redraftText:
      'The report is written anew from the template and the data as it is now, and takes the place of what you wrote in it. Figures and data stay.',
    redraftKeep: 'Keep the report',
    seeReport: 'See the report',
    draftFailed: 'The report could not be drafted',
    drafted: (figures, charts) => `Report drafted: ${many(figures, 'figure')}, ${many(charts, 'chart')}`,
    noTables: 'No table was found in this file.',
  },
}
