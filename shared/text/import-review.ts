// The words of the import review: what was found in the files that were given, why, and how to have it otherwise.
// Over 300 lines because both languages stand side by side.

import type { Language } from '../model/language.ts'
import type { ColumnReason, HeadReason, Layout } from '../model/table.ts'
import { counted, plural } from './english.ts'

const many = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`

/** What a row of the sheet may be taken for. */
export type RowRole = 'data' | 'title' | 'note' | 'subtotal' | 'total' | 'footnote'

export interface ReviewWords {
  title: string
  summary: (files: number, tables: number) => string
  import: (files: number) => string
  cancel: string
  cancelled: string
  restore: string
  undo: string
  redo: string
  keys: string
  files: string
  addFiles: string
  leaveFileOut: (file: string) => string
  receiving: (percent: number) => string
  reading: string
  ready: (tables: number) => string
  askEncoding: string
  noTables: string
  unreadable: string
  resend: string
  replaces: string
  replayed: string
  startAnew: string
  sheets: string
  hidden: string
  takeSheet: (sheet: string) => string
  leaveSheet: (sheet: string) => string
  leftOut: string
  sheetLeftOut: string
  firstRows: (rows: number) => string
  grid: (sheet: string) => string
  emptySheet: string
  encoding: string
  automatic: (used: string) => string
  encodingUnsure: string
  encodingSample: string
  confirmEncoding: (name: string) => string
  delimiter: string
  delimiters: Readonly<Record<string, string>>
  tables: string
  tableName: string
  header: string
  headerRows: (rows: string) => string
  noHeader: string
  headReasons: Readonly<Record<HeadReason, string>>
  changeHeader: string
  range: string
  from: string
  to: string
  rangeHint: string
  rangeBad: string
  handleFrom: string
  handleTo: string
  layouts: Readonly<Record<Layout['kind'], string>>
  offer: (layout: Layout) => string
  apply: string
  layoutUndo: string
  unpivotLabel: string
  unpivotValue: string
  addTable: string
  removeTable: string
  nothingThere: string
  rowsFound: (rows: string, more: boolean) => string
  columns: string
  column: (letter: string, name: string) => string
  columnName: string
  type: string
  typeOf: (name: string) => string
  /** What comes first in 3/4/2026. */
  dayForm: string
  dayForms: Readonly<Record<'day-first' | 'month-first', string>>
  unit: string
  noUnit: string
  scale: string
  scales: readonly { scale: number; name: string }[]
  leaveColumn: string
  takeColumn: string
  reset: string
  changed: string
  typeReason: (reason: ColumnReason, type: string) => string
  unitReasons: Readonly<Record<NonNullable<ColumnReason['unit']>, string>>
  rowMenu: (row: number) => string
  roles: Readonly<Record<RowRole, string>>
  headerTag: string
  headerOnly: string
  headerToo: string
  headerNot: string
  roleReset: string
  problems: (count: number) => string
  noProblems: string
  gap: (rows: number) => string
  adjust: string
  adjustFile: (file: string) => string
  giveAgain: (file: string) => string
  giveAgainText: string
  chooseFile: string
}

export const reviewWords: Readonly<Record<Language, ReviewWords>> = {
  'zh-CN': {
    title: '核对后导入',
    summary: (files, tables) => `${files} 个文件 · ${tables} 张数据表`,
    import: (files) => `导入 ${files} 个文件`,
    cancel: '取消',
    cancelled: '已取消导入，项目没有改动',
    restore: '恢复',
    undo: '撤销这一步',
    redo: '恢复这一步',
    keys: '按 Enter 导入，按 Esc 取消',
    files: '要导入的文件',
    addFiles: '添加文件…',
    leaveFileOut: (file) => `不导入“${file}”`,
    receiving: (percent) => `正在接收 ${percent}%`,
    reading: '正在读取前几行',
    ready: (tables) => `可以导入 · ${tables} 张数据表`,
    askEncoding: '请确认文字编码',
    noTables: '没有找到数据表',
    unreadable: '无法读取',
    resend: '再试一次',
    replaces: '将替换已有的同名数据源，指标按新数据更新',
    replayed: '沿用了上次的导入设置',
    startAnew: '重新识别',
    sheets: '工作表',
    hidden: '隐藏',
    takeSheet: (sheet) => `导入工作表“${sheet}”`,
    leaveSheet: (sheet) => `不导入工作表“${sheet}”`,
    leftOut: '不导入',
    sheetLeftOut: '这个工作表不导入。',
    firstRows: (rows) => `预览前 ${rows} 行，其余各行导入时按同样的规则读取`,
    grid: (sheet) => `工作表“${sheet}”的前几行`,
    emptySheet: '这个工作表是空的。',
    encoding: '文字编码',
    automatic: (used) => `自动：${used}`,
    encodingUnsure: '文字编码不能确定，请看下面的文字是否通顺，不通顺就换一种。',
    encodingSample: '文字样例',
    confirmEncoding: (name) => `文字正确，用 ${name}`,
    delimiter: '分隔符',
    delimiters: {
      ',': '逗号',
      ';': '分号',
      '\t': '制表符',
      '|': '竖线',
      ':': '冒号',
      ' ': '空格',
      '，': '全角逗号',
    },
    tables: '数据表',
    tableName: '表名',
    header: '表头',
    headerRows: (rows) => `第 ${rows} 行`,
    noHeader: '没有表头',
    headReasons: {
      'words-over-values': '文字在上、数值在下',
      merged: '含合并单元格',
      'first-row': '第一行',
      none: '没有像表头的行，按列标命名',
      user: '由你指定',
    },
    changeHeader: '表头行',
    range: '范围',
    from: '左上角单元格',
    to: '右下角，不写行号即到末尾',
    rangeHint: '拖动表格边框的两角也可以调整；右下角不写行号，就一直读到末尾。',
    rangeBad: '请写成 A4 这样的单元格',
    handleFrom: '调整左上角，用方向键移动',
    handleTo: '调整右下角，用方向键移动',
    layouts: { rows: '每行一条记录', columns: '每列一条记录', unpivot: '各列转成行' },
    offer: (layout) =>
      layout.kind === 'unpivot'
        ? `${layout.letters.length} 列横排的是同一种数值：转成每个“${layout.label}”一行`
        : layout.kind === 'columns'
          ? '每列像是一条记录：行列互换'
          : '按原样，每行一条记录',
    apply: '转换',
    layoutUndo: '恢复原样',
    unpivotLabel: '原列名放入',
    unpivotValue: '数值放入',
    addTable: '手动指定一张数据表',
    removeTable: '不导入这张表',
    nothingThere: '这个范围里没有数据，请调整范围。',
    rowsFound: (rows, more) => (more ? `预览中 ${rows} 行，后面还有` : `${rows} 行`),
    columns: '列',
    column: (letter, name) => `${letter} 列 ${name}`,
    columnName: '列名',
    type: '类型',
    typeOf: (name) => `“${name}”的类型`,
    dayForm: '日期顺序',
    dayForms: { 'day-first': '日/月/年（3/4 是 4 月 3 日）', 'month-first': '月/日/年（3/4 是 3 月 4 日）' },
    unit: '单位',
    noUnit: '无',
    scale: '数量级',
    scales: [
      { scale: 1, name: '原数' },
      { scale: 1e3, name: '千' },
      { scale: 1e4, name: '万' },
      { scale: 1e6, name: '百万' },
      { scale: 1e8, name: '亿' },
    ],
    leaveColumn: '不导入这一列',
    takeColumn: '导入这一列',
    reset: '恢复自动识别',
    changed: '已修改',
    typeReason: ({ type, filled, misfits }, name) => {
      const fits = (filled - misfits).toLocaleString('zh-CN')
      const counts = `${filled.toLocaleString('zh-CN')} 格中 ${fits} 格是${name}`
      return {
        cells: `按内容：${counts}`,
        format: `按单元格的数字格式：${counts}`,
        name: `按列名：${counts}`,
        user: `由你指定：${counts}`,
        empty: '这一列是空的，按文本读取',
      }[type]
    },
    unitReasons: {
      header: '单位来自表头',
      'unit-row': '单位来自单位行',
      cells: '单位来自单元格里的文字',
      format: '单位来自数字格式',
      table: '单位来自表上方的“单位”说明',
      user: '单位由你指定',
    },
    rowMenu: (row) => `第 ${row} 行的用途`,
    roles: { data: '数据', title: '标题', note: '说明', subtotal: '小计', total: '合计', footnote: '脚注' },
    headerTag: '表头',
    headerOnly: '从这一行起作表头',
    headerToo: '这一行也是表头',
    headerNot: '这一行不是表头',
    roleReset: '恢复自动识别',
    problems: (count) => `${count} 条提示`,
    noProblems: '预览中没有发现问题',
    gap: (rows) => `${rows} 个空行`,
    adjust: '调整…',
    adjustFile: (file) => `调整“${file}”的读取方式`,
    giveAgain: (file) => `请再给一次“${file}”`,
    giveAgainText: '复盘不保留原文件。选择同一个文件，就能在上次的设置上继续调整；项目里的数据不受影响。',
    chooseFile: '选择文件…',
  },
  en: {
    title: 'Review and import',
    summary: (files, tables) => `${many(files, 'file')} · ${many(tables, 'table')}`,
    import: (files) => `Import ${many(files, 'file')}`,
    cancel: 'Cancel',
    cancelled: 'Import cancelled; the project is as it was',
    restore: 'Restore',
    undo: 'Undo this step',
    redo: 'Redo this step',
    keys: 'Enter imports, Esc cancels',
    files: 'Files to import',
    addFiles: 'Add files…',
    leaveFileOut: (file) => `Leave out “${file}”`,
    receiving: (percent) => `Receiving ${percent}%`,
    reading: 'Reading the first rows',
    ready: (tables) => `Ready · ${many(tables, 'table')}`,
    askEncoding: 'Confirm the encoding',
    noTables: 'No table found',
    unreadable: 'Cannot be read',
    resend: 'Try again',
    replaces: 'Takes the place of the source of this name; figures follow the new data',
    replayed: 'The earlier import settings were applied',
    startAnew: 'Recognise anew',
    sheets: 'Sheets',
    hidden: 'hidden',
    takeSheet: (sheet) => `Import sheet “${sheet}”`,
    leaveSheet: (sheet) => `Leave out sheet “${sheet}”`,
    leftOut: 'left out',
    sheetLeftOut: 'This sheet is left out.',
    firstRows: (rows) => `The first ${rows} rows; the rest is read by the same rules on import`,
    grid: (sheet) => `The first rows of sheet “${sheet}”`,
    emptySheet: 'This sheet is empty.',
    encoding: 'Encoding',
    automatic: (used) => `Automatic: ${used}`,
    encodingUnsure: 'The encoding is not certain. If the text below does not read well, choose another.',
    encodingSample: 'Sample of the text',
    confirmEncoding: (name) => `The text is right, use ${name}`,
    delimiter: 'Separator',
    delimiters: {
      ',': 'comma',
      ';': 'semicolon',
      '\t': 'tab',
      '|': 'bar',
      ':': 'colon',
      ' ': 'space',
      '，': 'wide comma',
    },
    tables: 'Tables',
    tableName: 'Name',
    header: 'Header',
    headerRows: (rows) => `${rows.includes('–') ? 'rows' : 'row'} ${rows}`,
    noHeader: 'no header',
    headReasons: {
      'words-over-values': 'words above values',
      merged: 'has merged cells',
      'first-row': 'the first row',
      none: 'no row looks like a header; columns go by their letters',
      user: 'set by you',
    },
    changeHeader: 'Header rows',
    range: 'Range',
    from: 'Top left cell',
    to: 'Bottom right; without a row number, to the end',
    rangeHint:
      'Drag the corners of the outline as well. Without a row number at the bottom right it goes on to the end.',
    rangeBad: 'Write a cell such as A4',
    handleFrom: 'Move the top left corner with the arrow keys',
    handleTo: 'Move the bottom right corner with the arrow keys',
    layouts: { rows: 'A record a row', columns: 'A record a column', unpivot: 'Columns turned into rows' },
    offer: (layout) =>
      layout.kind === 'unpivot'
        ? `${layout.letters.length} columns hold the same kind of value: make a row of each “${layout.label}”`
        : layout.kind === 'columns'
          ? 'Each column looks like a record: turn the table upright'
          : 'As it stands, a record a row',
    apply: 'Convert',
    layoutUndo: 'As it was',
    unpivotLabel: 'Names go to',
    unpivotValue: 'Values go to',
    addTable: 'Mark a table by hand',
    removeTable: 'Leave this table out',
    nothingThere: 'There is nothing in this range; change it.',
    rowsFound: (rows, more) => (more ? `${rows} rows in the preview, and more below` : counted(rows, 'row')),
    columns: 'Columns',
    column: (letter, name) => `Column ${letter}, ${name}`,
    columnName: 'Name',
    type: 'Type',
    typeOf: (name) => `Type of “${name}”`,
    dayForm: 'Order of dates',
    dayForms: { 'day-first': 'Day first (3/4 is 3 April)', 'month-first': 'Month first (3/4 is 4 March)' },
    unit: 'Unit',
    noUnit: 'none',
    scale: 'Scale',
    scales: [
      { scale: 1, name: '×1' },
      { scale: 1e3, name: '×1,000' },
      { scale: 1e4, name: '×10,000 (万)' },
      { scale: 1e6, name: 'million' },
      { scale: 1e8, name: '×100 million (亿)' },
    ],
    leaveColumn: 'Leave this column out',
    takeColumn: 'Import this column',
    reset: 'Back to what was recognised',
    changed: 'changed',
    typeReason: ({ type, filled, misfits }, name) => {
      const fits = (filled - misfits).toLocaleString('en')
      const counts = `${fits} of ${filled.toLocaleString('en')} cells fit ${name}`
      return {
        cells: `By content: ${counts}`,
        format: `By the number format: ${counts}`,
        name: `By the column’s name: ${counts}`,
        user: `Set by you: ${counts}`,
        empty: 'An empty column, read as text',
      }[type]
    },
    unitReasons: {
      header: 'Unit from the header',
      'unit-row': 'Unit from the unit row',
      cells: 'Unit from the cells',
      format: 'Unit from the number format',
      table: 'Unit from the note above the table',
      user: 'Unit set by you',
    },
    rowMenu: (row) => `What row ${row} is`,
    roles: {
      data: 'Data',
      title: 'Title',
      note: 'Note',
      subtotal: 'Subtotal',
      total: 'Total',
      footnote: 'Footnote',
    },
    headerTag: 'header',
    headerOnly: 'Header starts at this row',
    headerToo: 'This row is header too',
    headerNot: 'This row is no header',
    roleReset: 'Back to what was recognised',
    problems: (count) => many(count, 'note'),
    noProblems: 'No problems in the preview',
    gap: (rows) => many(rows, 'blank row'),
    adjust: 'Adjust…',
    adjustFile: (file) => `Adjust how “${file}” is read`,
    giveAgain: (file) => `Give “${file}” once more`,
    giveAgainText:
      'Recap does not keep the file itself. Choose the same file to go on from the earlier settings; the data in the project stays.',
    chooseFile: 'Choose the file…',
  },
}
