// The words of the report screen, in both languages. What is printed has words of its own in document.ts.

import type { ChartKind } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import type { Aspect } from '../model/report.ts'
import { chartKindNames } from './charts.ts'

export interface EditorWords {
  text: string
  emptyTitle: string
  emptyText: string
  emptyWithoutData: string
  draft: string
  drafting: string
  toData: string
  blank: string
  toolbar: string
  undo: string
  redo: string
  blockType: string
  paragraph: string
  heading: (level: number) => string
  bold: string
  italic: string
  underline: string
  bullets: string
  numbers: string
  alignment: string
  aligns: Readonly<Record<'left' | 'center' | 'right', string>>
  justified: string
  insertFigure: string
  insertChart: string
  insertTable: string
  insertPageBreak: string
  newTable: { header: (column: number) => string; caption: string }
  pageBreak: string
  contents: string
  notFilled: string
  chartMissing: string
  captionPrompt: string
  writeHere: string
  outline: string
  noHeadings: string
  untitled: string
  inspector: string
  figures: string
  insertHint: string
  insertNamed: (name: string) => string
  statistics: string
  counts: Readonly<Record<'characters' | 'figures' | 'charts' | 'tables' | 'prompts', string>>
  shown: string
  aspects: Readonly<Record<Aspect, string>>
  remove: string
  openFigure: string
  chart: string
  chartName: string
  chartKind: string
  chartKinds: Readonly<Record<ChartKind, string>>
  chartFigures: string
  cover: string
  coverHint: string
  table: string
  rowAbove: string
  rowBelow: string
  columnBefore: string
  columnAfter: string
  removeRow: string
  removeColumn: string
  removeTable: string
  columnAlign: string
  addCaption: string
  completion: string
  groups: Readonly<Record<'figures' | 'references' | 'facts', string>>
  nothingFound: string
  moreFound: (more: number) => string
  retry: string
  keptHere: string
  conflict: string
  conflictText: string
  takeOther: string
  keepMine: string
  tookOther: string
}

export const editorWords: Readonly<Record<Language, EditorWords>> = {
  'zh-CN': {
    text: '报告正文',
    emptyTitle: '报告还是空的',
    emptyText: '按模板起草：从数据算出指标和图表，写好各章的框架，空缺处给出提示。',
    emptyWithoutData: '先导入数据，再按模板起草：指标、图表和各章的框架会自动写好。',
    draft: '起草报告',
    drafting: '正在起草…',
    toData: '去导入数据',
    blank: '从空白开始写',
    toolbar: '编辑工具',
    undo: '撤销',
    redo: '恢复',
    blockType: '段落样式',
    paragraph: '正文',
    heading: (level) => `标题 ${level}`,
    bold: '加粗',
    italic: '倾斜',
    underline: '下划线',
    bullets: '项目符号',
    numbers: '编号',
    alignment: '对齐方式',
    aligns: { left: '左对齐', center: '居中', right: '右对齐' },
    justified: '两端对齐',
    insertFigure: '插入指标',
    insertChart: '插入图表',
    insertTable: '插入表格',
    insertPageBreak: '插入分页符',
    newTable: { header: (column) => `列 ${column}`, caption: '表格标题' },
    pageBreak: '分页符',
    contents: '目录',
    notFilled: '未填写',
    chartMissing: '这张图表已不在项目里',
    captionPrompt: '标题（留空则不编号）',
    writeHere: '输入正文，按 @ 插入指标',
    outline: '大纲',
    noHeadings: '还没有标题',
    untitled: '（无标题）',
    inspector: '属性',
    figures: '指标',
    insertHint: '点一下插入到光标处，或在正文里按 @',
    insertNamed: (name) => `插入“${name}”`,
    statistics: '统计',
    counts: {
      characters: '字数',
      figures: '引用指标',
      charts: '图表',
      tables: '表格',
      prompts: '待写的段落',
    },
    shown: '显示',
    aspects: {
      value: '数值',
      period: '统计期',
      at: '出现时间',
      target: '目标值',
      attainment: '达成率',
      verdict: '是否完成',
      outcome: '完成情况',
    },
    remove: '从正文删除',
    openFigure: '在指标页查看',
    chart: '图表',
    chartName: '名称',
    chartKind: '类型',
    chartKinds: chartKindNames['zh-CN'],
    chartFigures: '所用指标',
    cover: '封面信息',
    coverHint: '填写一次，封面、页眉和文件名都用它。',
    table: '表格',
    rowAbove: '上方加行',
    rowBelow: '下方加行',
    columnBefore: '左侧加列',
    columnAfter: '右侧加列',
    removeRow: '删除行',
    removeColumn: '删除列',
    removeTable: '删除表格',
    columnAlign: '本列对齐',
    addCaption: '加标题',
    completion: '可插入的内容',
    groups: { figures: '指标', references: '表和图', facts: '封面信息' },
    nothingFound: '没有符合的内容',
    moreFound: (more) => `还有 ${more} 项，继续输入缩小范围`,
    retry: '现在重试',
    keptHere: '改动都留在这个页面上，正在自动重试；保存成功前请不要关闭它。',
    conflict: '这份报告在别处也改过',
    conflictText: '两个版本都还在。选用另一个版本后，仍可用“撤销”找回这里写的内容。',
    takeOther: '改用另一个版本',
    keepMine: '保留我这里的',
    tookOther: '已换成另一个版本，可撤销',
  },
  en: {
    text: 'Report text',
    emptyTitle: 'The report is empty',
    emptyText:
      'Draft it from the template: figures and charts from the data, every section laid out, with hints where your words go.',
    emptyWithoutData:
      'Import data first, then draft from the template: figures, charts and sections are laid out for you.',
    draft: 'Draft the report',
    drafting: 'Drafting…',
    toData: 'Import data',
    blank: 'Start from a blank page',
    toolbar: 'Editing tools',
    undo: 'Undo',
    redo: 'Redo',
    blockType: 'Paragraph style',
    paragraph: 'Body text',
    heading: (level) => `Heading ${level}`,
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underline',
    bullets: 'Bullets',
    numbers: 'Numbering',
    alignment: 'Alignment',
    aligns: { left: 'Left', center: 'Centre', right: 'Right' },
    justified: 'House style',
    insertFigure: 'Insert figure',
    insertChart: 'Insert chart',
    insertTable: 'Insert table',
    insertPageBreak: 'Insert page break',
    newTable: { header: (column) => `Column ${column}`, caption: 'Table title' },
    pageBreak: 'Page break',
    contents: 'Contents',
    notFilled: 'Not filled in',
    chartMissing: 'This chart is no longer in the project',
    captionPrompt: 'Title (empty: no number)',
    writeHere: 'Write here; press @ for a figure',
    outline: 'Outline',
    noHeadings: 'No headings yet',
    untitled: '(untitled)',
    inspector: 'Properties',
    figures: 'Figures',
    insertHint: 'Click to insert at the caret, or press @ while writing',
    insertNamed: (name) => `Insert “${name}”`,
    statistics: 'Statistics',
    counts: {
      characters: 'Characters',
      figures: 'Figures used',
      charts: 'Charts',
      tables: 'Tables',
      prompts: 'Paragraphs to write',
    },
    shown: 'Shows',
    aspects: {
      value: 'Value',
      period: 'Period',
      at: 'When it occurred',
      target: 'Target',
      attainment: 'Attainment',
      verdict: 'Verdict',
      outcome: 'Outcome',
    },
    remove: 'Remove from text',
    openFigure: 'Show on the figures page',
    chart: 'Chart',
    chartName: 'Name',
    chartKind: 'Kind',
    chartKinds: chartKindNames.en,
    chartFigures: 'Figures in it',
    cover: 'Cover',
    coverHint: 'Filled in once, used on the cover, in the header and in the file name.',
    table: 'Table',
    rowAbove: 'Row above',
    rowBelow: 'Row below',
    columnBefore: 'Column left',
    columnAfter: 'Column right',
    removeRow: 'Delete row',
    removeColumn: 'Delete column',
    removeTable: 'Delete table',
    columnAlign: 'Align column',
    addCaption: 'Add a title',
    completion: 'What can be inserted',
    groups: { figures: 'Figures', references: 'Tables and charts', facts: 'Cover' },
    nothingFound: 'Nothing matches',
    moreFound: (more) => `${more} more; keep typing to narrow down`,
    retry: 'Try again now',
    keptHere:
      'Your changes are kept on this page and it keeps trying; please do not close it before they are saved.',
    conflict: 'This report was also changed elsewhere',
    conflictText:
      'Both versions are still there. After taking the other one, Undo brings back what you wrote here.',
    takeOther: 'Take the other version',
    keepMine: 'Keep mine',
    tookOther: 'The other version is shown; Undo brings yours back',
  },
}
