// The words of the report screen and of the figures screen, in both languages. What is printed has words of its own in
// document.ts; how figures and goals are worded in sentences is in figures.ts. Longer than most: two whole screens.

import type { ChartKind } from '../model/chart.ts'
import type { FigureKind } from '../model/figure.ts'
import type { Comparator, Polarity } from '../model/goal.ts'
import type { Language } from '../model/language.ts'
import type { Fact } from '../model/project.ts'
import type { Aspect } from '../model/report.ts'

/** How a figure is told of wherever it is looked at: card, inspector, table. */
export interface FigureViewWords {
  value: string
  goal: string
  noGoal: string
  outcome: string
  source: string
  definition: string
  scope: string
  period: string
  kind: string
  kinds: Readonly<Record<FigureKind, string>>
  typed: string
  missing: string
  /** 日报 › E5:E1263. */
  place: (parts: readonly string[]) => string
  search: string
  noMatch: string
}

export const figureViewWords: Readonly<Record<Language, FigureViewWords>> = {
  'zh-CN': {
    value: '数值',
    goal: '目标',
    noGoal: '未设目标',
    outcome: '完成情况',
    source: '来源',
    definition: '口径',
    scope: '范围',
    period: '统计期',
    kind: '类型',
    kinds: { count: '数量', amount: '金额', rate: '比率', duration: '时长', ratio: '比值', score: '评分', index: '指数' },
    typed: '手工填写',
    missing: '取不到数值',
    place: (parts) => parts.join(' › '),
    search: '按名称或数值查找指标',
    noMatch: '没有符合的指标',
  },
  en: {
    value: 'Value',
    goal: 'Goal',
    noGoal: 'No goal',
    outcome: 'Outcome',
    source: 'Source',
    definition: 'Definition',
    scope: 'Scope',
    period: 'Period',
    kind: 'Kind',
    kinds: {
      count: 'Count',
      amount: 'Amount',
      rate: 'Rate',
      duration: 'Duration',
      ratio: 'Ratio',
      score: 'Score',
      index: 'Index',
    },
    typed: 'Typed in',
    missing: 'No value can be had',
    place: (parts) => parts.join(' › '),
    search: 'Find a figure by name or value',
    noMatch: 'No figure matches',
  },
}

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
  insertedTable: string
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
  facts: Readonly<Record<Fact, string>>
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
  changedElsewhere: string
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
    insertedTable: '表格',
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
    counts: { characters: '字数', figures: '引用指标', charts: '图表', tables: '表格', prompts: '待写的段落' },
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
    chartKinds: { column: '柱形图', bar: '条形图', line: '折线图', pie: '饼图', attainment: '目标达成图' },
    chartFigures: '所用指标',
    cover: '封面信息',
    coverHint: '填写一次，封面、页眉和文件名都用它。',
    facts: {
      title: '标题',
      name: '姓名',
      post: '岗位',
      organisation: '单位',
      department: '部门',
      mentor: '导师',
      period: '时间',
      date: '日期',
    },
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
    changedElsewhere: '报告已在别处更新',
  },
  en: {
    text: 'Report text',
    emptyTitle: 'The report is empty',
    emptyText: 'Draft it from the template: figures and charts from the data, every section laid out, with hints where your words go.',
    emptyWithoutData: 'Import data first, then draft from the template: figures, charts and sections are laid out for you.',
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
    insertedTable: 'Table',
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
    chartKinds: { column: 'Columns', bar: 'Bars', line: 'Lines', pie: 'Pie', attainment: 'Goal attainment' },
    chartFigures: 'Figures in it',
    cover: 'Cover',
    coverHint: 'Filled in once, used on the cover, in the header and in the file name.',
    facts: {
      title: 'Title',
      name: 'Name',
      post: 'Position',
      organisation: 'Organisation',
      department: 'Department',
      mentor: 'Mentor',
      period: 'Period',
      date: 'Date',
    },
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
    keptHere: 'Your changes are kept on this page and it keeps trying; please do not close it before they are saved.',
    conflict: 'This report was also changed elsewhere',
    conflictText: 'Both versions are still there. After taking the other one, Undo brings back what you wrote here.',
    takeOther: 'Take the other version',
    keepMine: 'Keep mine',
    tookOther: 'The other version is shown; Undo brings yours back',
    changedElsewhere: 'The report was updated elsewhere',
  },
}

export interface FiguresPageWords {
  title: string
  add: string
  count: (shown: number, all: number) => string
  filters: Readonly<Record<'all' | 'goals' | 'missed', string>>
  filter: string
  name: string
  emptyTitle: string
  emptyText: string
  draft: string
  toData: string
  parts: (count: number) => string
  expand: (name: string) => string
  collapse: (name: string) => string
  overview: string
  pickOne: string
  noGoals: string
  setGoal: string
  editGoal: string
  removeGoal: string
  goalRemoved: (name: string) => string
  undo: string
  comparator: string
  comparators: Readonly<Record<Comparator, string>>
  target: string
  targetLow: string
  targetHigh: string
  targetHint: (unit: string) => string
  targetUnreadable: string
  targetOtherUnit: (found: string, wanted: string) => string
  rangeReversed: string
  polarity: string
  polarities: Readonly<Record<Polarity, string>>
  preview: string
  rename: string
  save: string
  cancel: string
  close: string
  figureAdded: (name: string) => string
  addTitle: string
  value: string
  valueHint: string
  valueUnreadable: string
  nameMissing: string
  unit: string
  note: string
  noteHint: string
  noteMissing: string
  typedGoal: string
  remove: string
  removed: (name: string) => string
}

export const figuresPageWords: Readonly<Record<Language, FiguresPageWords>> = {
  'zh-CN': {
    title: '指标',
    add: '新增指标',
    count: (shown, all) => (shown === all ? `共 ${all} 个` : `${all} 个中的 ${shown} 个`),
    filters: { all: '全部', goals: '有目标', missed: '未完成' },
    filter: '筛选',
    name: '指标',
    emptyTitle: '还没有指标',
    emptyText: '起草报告时，指标会从数据表自动算出；也可以自己新增。',
    draft: '去起草报告',
    toData: '去导入数据',
    parts: (count) => `${count} 项`,
    expand: (name) => `展开“${name}”的各部分`,
    collapse: (name) => `收起“${name}”的各部分`,
    overview: '目标达成',
    pickOne: '选中一个指标，可以查看来源、设定目标。',
    noGoals: '还没有目标。选中一个指标，给它设一个。',
    setGoal: '设定目标',
    editGoal: '修改目标',
    removeGoal: '删除目标',
    goalRemoved: (name) => `已删除“${name}”的目标`,
    undo: '撤销',
    comparator: '比较方式',
    comparators: { '≥': '≥ 不低于', '≤': '≤ 不超过', '>': '＞ 高于', '<': '＜ 低于', '=': '＝ 等于', range: '区间' },
    target: '目标值',
    targetLow: '下限',
    targetHigh: '上限',
    targetHint: (unit) => (unit ? `如 5万、≥30；单位是${unit}` : '如 5万、≥30'),
    targetUnreadable: '读不出这个数。写成 5万、48.2%、≤30元 这样的形式。',
    targetOtherUnit: (found, wanted) => `单位是“${found}”，这个指标用“${wanted}”。`,
    rangeReversed: '上限不能小于下限。',
    polarity: '方向',
    polarities: { higher: '越高越好', lower: '越低越好' },
    preview: '按这个目标',
    rename: '改名',
    save: '保存',
    cancel: '取消',
    close: '关闭',
    figureAdded: (name) => `已新增“${name}”`,
    addTitle: '新增指标',
    value: '数值',
    valueHint: '如 5.8万人、48.2%、¥12,345.60',
    valueUnreadable: '读不出这个数。写成 5.8万人、48.2% 这样的形式。',
    nameMissing: '请写名称。',
    unit: '单位',
    note: '出处说明',
    noteHint: '这个数从哪里来，如：后台截图 7 月 3 日',
    noteMissing: '请写明出处，报告里的每个数都要查得到来源。',
    typedGoal: '手工设定',
    remove: '删除指标',
    removed: (name) => `已删除“${name}”`,
  },
  en: {
    title: 'Figures',
    add: 'Add a figure',
    count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
    filters: { all: 'All', goals: 'With a goal', missed: 'Missed' },
    filter: 'Filter',
    name: 'Figure',
    emptyTitle: 'No figures yet',
    emptyText: 'Drafting the report works them out from the tables; you can also add your own.',
    draft: 'Draft the report',
    toData: 'Import data',
    parts: (count) => `${count} parts`,
    expand: (name) => `Show the parts of “${name}”`,
    collapse: (name) => `Hide the parts of “${name}”`,
    overview: 'Goal attainment',
    pickOne: 'Choose a figure to see its source or set its goal.',
    noGoals: 'No goals yet. Choose a figure and give it one.',
    setGoal: 'Set a goal',
    editGoal: 'Change the goal',
    removeGoal: 'Remove the goal',
    goalRemoved: (name) => `The goal of “${name}” was removed`,
    undo: 'Undo',
    comparator: 'Comparison',
    comparators: { '≥': '≥ at least', '≤': '≤ at most', '>': '> more than', '<': '< less than', '=': '= exactly', range: 'Range' },
    target: 'Target',
    targetLow: 'From',
    targetHigh: 'To',
    targetHint: (unit) => (unit ? `Such as 50,000 or ≥ 30; in ${unit}` : 'Such as 50,000 or ≥ 30'),
    targetUnreadable: 'This is not a number. Write it like 50,000, 48.2% or ≤ 30.',
    targetOtherUnit: (found, wanted) => `This is in “${found}”; the figure is in “${wanted}”.`,
    rangeReversed: 'The upper end is below the lower end.',
    polarity: 'Direction',
    polarities: { higher: 'Higher is better', lower: 'Lower is better' },
    preview: 'With this goal',
    rename: 'Rename',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    figureAdded: (name) => `“${name}” was added`,
    addTitle: 'Add a figure',
    value: 'Value',
    valueHint: 'Such as 58,000, 48.2% or $12,345.60',
    valueUnreadable: 'This is not a number. Write it like 58,000 or 48.2%.',
    nameMissing: 'Please give it a name.',
    unit: 'Unit',
    note: 'Where it is from',
    noteHint: 'Such as: dashboard screenshot, 3 July',
    noteMissing: 'Please say where it is from: every number in a report must be traceable.',
    typedGoal: 'Set by hand',
    remove: 'Remove the figure',
    removed: (name) => `“${name}” was removed`,
  },
}
