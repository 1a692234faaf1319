// The words of the charts page: the gallery and the builder. How charts and their kinds are called, titled, read aloud and
// warned of stands in charts.ts. Over 300 lines because the builder says much, and all of it twice.

import type { ChartSeries, KindProblem, PaletteId } from '../model/chart.ts'
import type { AggregateFunction, PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { counted, inner } from './english.ts'

/** What a chart can be made from. */
export type DataWay = 'figures' | 'table' | 'tasks'

export interface ChartBuilderWords {
  title: string
  count: (shown: number, all: number) => string
  search: string
  noMatch: string
  create: string
  createFrom: Readonly<Record<DataWay | 'goals', string>>
  emptyTitle: string
  emptyText: string
  toData: string
  toFigures: string
  suggested: string
  suggestedText: string
  keep: string
  keepNamed: (name: string) => string
  kept: (name: string) => string
  open: (name: string) => string
  more: (name: string) => string
  rename: string
  duplicate: string
  copyOf: (name: string) => string
  duplicated: (name: string) => string
  remove: string
  removed: (name: string) => string
  undo: string
  redo: string
  usedIn: string
  /** By its first caption. */
  usedBy: (caption: string, count: number) => string
  notUsed: string
  warnings: (count: number) => string
  untitled: string
  retry: string
  close: string
  cancel: string
  save: string

  /** From the report to the builder. */
  editHere: string
  back: string
  gone: string
  goneText: string
  name: string
  preview: string
  previewEmpty: string
  previewHint: Readonly<Record<DataWay, string>>
  tools: string
  takeAway: string
  copyPicture: string
  savePicture: string
  copyData: string
  pictureCopied: string
  pictureSaved: (name: string) => string
  dataCopied: (rows: number, columns: number) => string
  notCopied: string
  insert: string
  insertAt: string
  insertEnd: string
  insertAfter: (heading: string) => string
  inserted: (name: string) => string
  draftNote: string
  readOnly: string
  numbersShown: string

  data: string
  ways: Readonly<Record<DataWay, string>>
  wayLabel: string
  pick: string
  pickGoals: (count: number) => string
  pickParts: (count: number) => string
  pickPartsOf: (name: string, count: number) => string
  picked: (count: number) => string
  clear: string
  expand: (name: string) => string
  collapse: (name: string) => string
  searchFigures: string
  noFigures: string
  categories: string
  category: string
  series: string
  newSeries: (number: number) => string
  addSeries: string
  addBefore: string
  swap: string
  aspect: string
  aspects: Readonly<Record<ChartSeries['aspect'], string>>
  cells: (name: string) => string
  cellOf: (series: string, category: string) => string
  noCell: string
  removeNamed: (name: string) => string
  nameOf: (name: string) => string
  /** Said of a row that can be dragged, and of the keys that do the same. */
  orderHint: string
  moved: (name: string, place: number, of: number) => string

  table: string
  pickTable: string
  noColumns: (table: string) => string
  noTables: string
  by: string
  tooManyValues: (column: string, distinct: string) => string
  step: string
  steps: Readonly<Record<PeriodStep, string>>
  eachValue: string
  split: string
  noSplit: string
  measures: string
  measure: (number: number) => string
  fns: Readonly<Record<AggregateFunction, string>>
  measureFn: (number: number) => string
  measureColumn: (number: number) => string
  rowsThemselves: string
  addMeasure: string
  filters: string
  addFilter: string
  filterColumn: string
  filterDone: string
  /** What a chart of a table is called: 按渠道的注册. */
  measureBy: (measure: string, by: string, split: string | undefined) => string
  /** 各渠道注册按月变化. */
  measureOver: (measure: string, step: PeriodStep, split: string | undefined) => string
  rowCount: string
  /** Between names of things in the name of a chart. */
  and: string
  schedule: string

  tasks: string
  task: (number: number) => string
  taskName: string
  from: string
  to: string
  done: string
  addTask: string

  kind: string
  kindsSuited: string
  kindsPossible: string
  kindsNot: string
  kindsLater: string
  problems: Readonly<Record<KindProblem, string>>
  unsuited: (kind: string, why: string) => string
  drawAs: (kind: string) => string

  look: string
  heading: string
  headings: Readonly<Record<'none' | 'auto' | 'own', string>>
  headingText: string
  order: string
  orders: Readonly<Record<'given' | 'ascending' | 'descending', string>>
  top: string
  topAll: string
  topOf: (count: number) => string
  numbers: string
  scale: string
  scales: Readonly<Record<'auto' | '1' | '10000' | '100000000', string>>
  decimals: string
  automatic: string
  labels: string
  labelled: Readonly<Record<'auto' | 'all' | 'none', string>>
  axisFrom: string
  axisFroms: Readonly<Record<'auto' | 'zero' | 'own', string>>
  axisValue: string
  line: string
  noLine: string
  lineValue: (name: string) => string
  lineTarget: (name: string) => string
  events: string
  eventAt: string
  eventText: string
  eventHint: string
  addEvent: string
  wholes: string
  wholesHint: string
  drawnAs: string
  as: Readonly<Record<'column' | 'line', string>>
  axis: string
  axes: Readonly<Record<'first' | 'second', string>>
  palette: string
  palettes: Readonly<Record<PaletteId, string>>

  fixBars: string
  fixTop: (count: number) => string
  fixZero: string
  fixFirstAxis: string
  fixCombo: string
}

const stepsZh: Readonly<Record<PeriodStep, string>> = {
  day: '按日',
  week: '按周',
  month: '按月',
  quarter: '按季',
  half: '按半年',
  year: '按年',
}
const fnsZh: Readonly<Record<AggregateFunction, string>> = {
  sum: '求和',
  avg: '平均',
  min: '最小',
  max: '最大',
  first: '最早',
  last: '最近',
  count: '行数',
  distinct: '去重计数',
}
const stepsEn: Readonly<Record<PeriodStep, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
}
const fnsEn: Readonly<Record<AggregateFunction, string>> = {
  sum: 'Sum',
  avg: 'Average',
  min: 'Smallest',
  max: 'Largest',
  first: 'Earliest',
  last: 'Latest',
  count: 'Rows',
  distinct: 'Distinct',
}
export const chartBuilderWords: Readonly<Record<Language, ChartBuilderWords>> = {
  'zh-CN': {
    title: '图表',
    count: (shown, all) => (shown === all ? `共 ${all} 张` : `${all} 张中的 ${shown} 张`),
    search: '按名称或类型查找图表',
    noMatch: '没有符合的图表',
    create: '新建图表',
    createFrom: {
      figures: '用指标做',
      goals: '用目标做',
      table: '用数据表做',
      tasks: '任务时间表（甘特图）',
    },
    emptyTitle: '还没有图表',
    emptyText: '挑几个指标，或直接选数据表的列，就能画成图；图里的数会随数据一起更新。',
    toData: '去导入数据',
    toFigures: '去看指标',
    suggested: '可以加上的图表',
    suggestedText: '从数据里看出来的；加入时，用到的指标一并建好。',
    keep: '加入',
    keepNamed: (name) => `加入“${name}”`,
    kept: (name) => `已加入“${name}”`,
    open: (name) => `编辑“${name}”`,
    more: (name) => `“${name}”的更多操作`,
    rename: '改名',
    duplicate: '复制一张',
    copyOf: (name) => `${name}（副本）`,
    duplicated: (name) => `已复制为“${name}”`,
    remove: '删除',
    removed: (name) => `已删除“${name}”`,
    undo: '撤销',
    redo: '恢复',
    usedIn: '用在',
    usedBy: (caption, count) => `用在${caption}${count > 1 ? `等 ${count} 处` : ''}`,
    notUsed: '报告里还没用到',
    warnings: (count) => `${count} 处要留意`,
    untitled: '（未命名）',
    retry: '重试',
    close: '关闭',
    cancel: '取消',
    save: '保存',

    editHere: '在图表页编辑',
    back: '所有图表',
    gone: '这张图表已不在项目里',
    goneText: '可能已被删除，或这个地址属于另一个项目。',
    name: '图表名称',
    preview: '预览',
    previewEmpty: '还没有可画的内容',
    previewHint: {
      figures: '在左边勾选指标，图会立刻画出来。',
      table: '在左边选一张表和要看的列，图会立刻画出来。',
      tasks: '在左边填写任务和起止日期，图会立刻画出来。',
    },
    tools: '图表操作',
    takeAway: '复制或另存',
    copyPicture: '复制为图片',
    savePicture: '图片另存为…',
    copyData: '复制数据',
    pictureCopied: '图片已复制，可以粘贴到别的文档里',
    pictureSaved: (name) => `已保存图片“${name}”`,
    dataCopied: (rows, columns) => `已复制 ${rows} 行 × ${columns} 列，可以粘贴到表格里`,
    notCopied: '没能复制到剪贴板，请再试一次。',
    insert: '在报告中插入',
    insertAt: '插入到报告的哪里',
    insertEnd: '报告末尾',
    insertAfter: (heading) => `“${heading}”末尾`,
    inserted: (name) => `已把“${name}”插入报告`,
    draftNote: '选好数据后自动保存为项目的图表。',
    readOnly: '项目是只读的，图表只能查看、复制和另存。',
    numbersShown: '图里的数',

    data: '数据',
    ways: { figures: '指标', table: '数据表', tasks: '任务' },
    wayLabel: '数据来自',
    pick: '挑选指标',
    pickGoals: (count) => `全部有目标的（${count}）`,
    pickParts: (count) => `全部 ${count} 项`,
    pickPartsOf: (name, count) => `“${name}”全部 ${count} 项`,
    picked: (count) => `已选 ${count} 个`,
    clear: '全部清除',
    expand: (name) => `展开“${name}”的各项`,
    collapse: (name) => `收起“${name}”的各项`,
    searchFigures: '按名称或数值查找指标',
    noFigures: '还没有指标。先到指标页新增，或改用数据表。',
    categories: '类别',
    category: '类别',
    series: '系列',
    newSeries: (number) => `系列 ${number}`,
    addSeries: '加一个系列',
    addBefore: '加上之前的数',
    swap: '系列与类别互换',
    aspect: '画什么',
    aspects: { value: '数值', target: '目标值', attainment: '达成程度' },
    cells: (name) => `逐项指定“${name}”`,
    cellOf: (series, category) => `${series}，${category}`,
    noCell: '（空）',
    removeNamed: (name) => `去掉“${name}”`,
    nameOf: (name) => `“${name}”的名称`,
    orderHint: '拖动可调整顺序；也可以按 Alt+↑、Alt+↓。',
    moved: (name, place, of) => `${name}，第 ${place} 位，共 ${of} 位`,

    table: '数据表',
    pickTable: '选择一张表',
    noColumns: (table) => `“${table}”里没有可以拿来分类的列：每一列不同的值都太多。`,
    noTables: '还没有数据表，请先到数据页导入。',
    by: '按哪一列分类',
    tooManyValues: (column, distinct) =>
      `“${column}”有 ${distinct} 个不同的值，画不下。请换一列，或先在数据里归类。`,
    step: '按什么周期',
    steps: stepsZh,
    eachValue: '不合并',
    split: '再按哪一列分系列',
    noSplit: '不分',
    measures: '看什么数',
    measure: (number) => `数值 ${number}`,
    fns: fnsZh,
    measureFn: (number) => `数值 ${number} 的算法`,
    measureColumn: (number) => `数值 ${number} 的列`,
    rowsThemselves: '（表的行）',
    addMeasure: '再加一个数',
    filters: '筛选',
    addFilter: '加筛选条件',
    filterColumn: '筛选哪一列',
    filterDone: '完成',
    measureBy: (measure, by, split) => `各${by}${split === undefined ? '' : `、各${split}`}${measure}`,
    measureOver: (measure, step, split) =>
      `${split === undefined ? '' : `各${split}`}${measure}${stepsZh[step]}变化`,
    rowCount: '行数',
    and: '、',
    schedule: '任务时间表',

    tasks: '任务',
    task: (number) => `任务 ${number}`,
    taskName: '名称',
    from: '开始',
    to: '结束',
    done: '完成 %',
    addTask: '加一项任务',

    kind: '类型',
    kindsSuited: '适合',
    kindsPossible: '也可以',
    kindsNot: '不适合',
    kindsLater: '有了数据，这里列出适合的图。',
    problems: {
      'no-numbers': '还没有数据',
      'needs-goals': '所选指标没有目标',
      'needs-several': '类别太少',
      'needs-two-series': '要有两个以上系列',
      'one-series-only': '只能有一个系列',
      'two-series-only': '要正好两个系列（前、后）',
      'two-series-at-most': '最多两个系列（前、后）',
      'units-differ': '单位不同，不能共用一个轴',
      'three-units': '单位超过两种',
      negative: '有负数',
      'exceeds-whole': '合计超过 100%（如多选题）',
      'not-additive': '这些数不能相加',
      'rates-only': '只能画比率',
      grows: '后一步比前一步多，不是漏斗',
      'zero-base': '基准系列里有 0 或空值',
      'needs-spans': '要有任务的起止日期',
    },
    unsuited: (kind, why) => `“${kind}”画不了现在的数据：${why}。`,
    drawAs: (kind) => `改用${kind}`,

    look: '样式',
    heading: '标题',
    headings: { none: '无', auto: '自动结论', own: '自己写' },
    headingText: '标题文字',
    order: '排序',
    orders: { given: '原顺序', ascending: '从小到大', descending: '从大到小' },
    top: '只看前几项',
    topAll: '全部',
    topOf: (count) => `前 ${count} 项，其余合为“其他”`,
    numbers: '数字',
    scale: '单位',
    scales: { auto: '自动', '1': '个', '10000': '万', '100000000': '亿' },
    decimals: '小数位',
    automatic: '自动',
    labels: '数据标签',
    labelled: { auto: '自动', all: '全部', none: '不显示' },
    axisFrom: '数值轴起点',
    axisFroms: { auto: '自动', zero: '从 0', own: '自定' },
    axisValue: '起点数值',
    line: '参考线',
    noLine: '无',
    lineValue: (name) => `${name}（数值）`,
    lineTarget: (name) => `${name}（目标）`,
    events: '事件标记',
    eventAt: '位置',
    eventText: '文字',
    eventHint: '如：国庆活动',
    addEvent: '加标记',
    wholes: '总计柱',
    wholesHint: '勾选的类别从 0 画起，其余接着前一项画。',
    drawnAs: '画成',
    as: { column: '柱', line: '线' },
    axis: '数值轴',
    axes: { first: '左轴', second: '右轴' },
    palette: '配色',
    palettes: { house: '标准', calm: '沉稳', vivid: '鲜明', grey: '灰度' },

    fixBars: '改成条形图',
    fixTop: (count) => `只看前 ${count} 项`,
    fixZero: '从 0 开始',
    fixFirstAxis: '都用左轴',
    fixCombo: '改成双轴组合图',
  },
  en: {
    title: 'Charts',
    count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
    search: 'Find a chart by name or kind',
    noMatch: 'No chart matches',
    create: 'New chart',
    createFrom: {
      figures: 'From figures',
      goals: 'From goals',
      table: 'From a table',
      tasks: 'Schedule of tasks (Gantt)',
    },
    emptyTitle: 'No charts yet',
    emptyText:
      'Pick a few figures, or the columns of a table, and they are drawn; the numbers follow the data from then on.',
    toData: 'Import data',
    toFigures: 'Look at the figures',
    suggested: 'Charts you could add',
    suggestedText: 'Seen in the data. Adding one also adds the figures that it needs.',
    keep: 'Add',
    keepNamed: (name) => `Add “${name}”`,
    kept: (name) => `“${name}” was added`,
    open: (name) => `Edit “${name}”`,
    more: (name) => `More for “${name}”`,
    rename: 'Rename',
    duplicate: 'Duplicate',
    copyOf: (name) => `${name} (copy)`,
    duplicated: (name) => `Duplicated as “${name}”`,
    remove: 'Delete',
    removed: (name) => `“${name}” was deleted`,
    undo: 'Undo',
    redo: 'Redo',
    usedIn: 'Used in',
    usedBy: (caption, count) => `Used in ${caption}${count > 1 ? ` and ${count - 1} more` : ''}`,
    notUsed: 'Not in the report yet',
    warnings: (count) => counted(String(count), 'doubt'),
    untitled: '(no name)',
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',

    editHere: 'Edit on the charts page',
    back: 'All charts',
    gone: 'This chart is no longer in the project',
    goneText: 'It may have been deleted, or this address belongs to another project.',
    name: 'Name of the chart',
    preview: 'Preview',
    previewEmpty: 'Nothing to draw yet',
    previewHint: {
      figures: 'Tick figures on the left, and the chart appears.',
      table: 'Choose a table and its columns on the left, and the chart appears.',
      tasks: 'Write tasks with their dates on the left, and the chart appears.',
    },
    tools: 'Chart tools',
    takeAway: 'Copy or save',
    copyPicture: 'Copy as picture',
    savePicture: 'Save picture as…',
    copyData: 'Copy the data',
    pictureCopied: 'The picture is on the clipboard; paste it anywhere',
    pictureSaved: (name) => `Saved the picture “${name}”`,
    dataCopied: (rows, columns) => `Copied ${rows} × ${columns} cells; paste them into a spreadsheet`,
    notCopied: 'It could not be put on the clipboard; try again.',
    insert: 'Insert into report',
    insertAt: 'Where in the report',
    insertEnd: 'At the end of the report',
    insertAfter: (heading) => `At the end of “${heading}”`,
    inserted: (name) => `“${name}” is in the report`,
    draftNote: 'It is kept as a chart of the project as soon as there is data in it.',
    readOnly: 'The project is read only: charts can be looked at, copied and saved as pictures.',
    numbersShown: 'The numbers in it',

    data: 'Data',
    ways: { figures: 'Figures', table: 'Table', tasks: 'Tasks' },
    wayLabel: 'Data from',
    pick: 'Pick figures',
    pickGoals: (count) => `All with a goal (${count})`,
    pickParts: (count) => `All ${count}`,
    pickPartsOf: (name, count) => `All ${count} of “${name}”`,
    picked: (count) => `${count} picked`,
    clear: 'Clear all',
    expand: (name) => `Show the parts of “${name}”`,
    collapse: (name) => `Hide the parts of “${name}”`,
    searchFigures: 'Find a figure by name or value',
    noFigures: 'No figures yet. Add some on the figures page, or use a table.',
    categories: 'Categories',
    category: 'Category',
    series: 'Series',
    newSeries: (number) => `Series ${number}`,
    addSeries: 'Add a series',
    addBefore: 'Add how it was before',
    swap: 'Swap series and categories',
    aspect: 'Draws',
    aspects: { value: 'Value', target: 'Target', attainment: 'Attainment' },
    cells: (name) => `Choose each figure of “${name}”`,
    cellOf: (series, category) => `${series}, ${category}`,
    noCell: '(empty)',
    removeNamed: (name) => `Remove “${name}”`,
    nameOf: (name) => `Name of “${name}”`,
    orderHint: 'Drag to change the order, or press Alt+↑ and Alt+↓.',
    moved: (name, place, of) => `${name}, ${place} of ${of}`,

    table: 'Table',
    pickTable: 'Choose a table',
    noColumns: (table) => `No column of “${table}” can give categories: each has too many different values.`,
    noTables: 'No tables yet; import one on the data page.',
    by: 'Categories from',
    tooManyValues: (column, distinct) =>
      `“${column}” has ${distinct} different values, too many to draw. Choose another column, or group them in the data first.`,
    step: 'By',
    steps: stepsEn,
    eachValue: 'each date',
    split: 'Series from',
    noSplit: 'none',
    measures: 'Numbers',
    measure: (number) => `Number ${number}`,
    fns: fnsEn,
    measureFn: (number) => `How number ${number} is computed`,
    measureColumn: (number) => `Column of number ${number}`,
    rowsThemselves: '(rows of the table)',
    addMeasure: 'Add a number',
    filters: 'Filters',
    addFilter: 'Add a filter',
    filterColumn: 'Column to filter',
    filterDone: 'Done',
    measureBy: (measure, by, split) =>
      `${measure} by ${inner(by)}${split === undefined ? '' : ` and ${inner(split)}`}`,
    measureOver: (measure, step, split) =>
      `${measure} by ${stepsEn[step]}${split === undefined ? '' : ` and ${inner(split)}`}`,
    rowCount: 'Rows',
    and: ', ',
    schedule: 'Schedule',

    tasks: 'Tasks',
    task: (number) => `Task ${number}`,
    taskName: 'Name',
    from: 'From',
    to: 'To',
    done: 'Done %',
    addTask: 'Add a task',

    kind: 'Kind',
    kindsSuited: 'Suits best',
    kindsPossible: 'Possible',
    kindsNot: 'Does not suit',
    kindsLater: 'The kinds that suit appear here once there are data.',
    problems: {
      'no-numbers': 'no data yet',
      'needs-goals': 'no goals among the figures',
      'needs-several': 'too few categories',
      'needs-two-series': 'needs two series or more',
      'one-series-only': 'one series only',
      'two-series-only': 'needs exactly two series, before and after',
      'two-series-at-most': 'two series at most, before and after',
      'units-differ': 'units differ and cannot share an axis',
      'three-units': 'more than two units',
      negative: 'there are negative numbers',
      'exceeds-whole': 'adds up to more than 100 %, as with several answers each',
      'not-additive': 'these numbers cannot be added up',
      'rates-only': 'rates only',
      grows: 'a step is larger than the one before, so it is no funnel',
      'zero-base': 'the first series has zeros or gaps',
      'needs-spans': 'needs tasks with dates',
    },
    unsuited: (kind, why) => `“${kind}” cannot show this data: ${why}.`,
    drawAs: (kind) => `Use ${kind}`,

    look: 'Look',
    heading: 'Title',
    headings: { none: 'None', auto: 'Conclusion', own: 'My own' },
    headingText: 'Text of the title',
    order: 'Order',
    orders: { given: 'As it stands', ascending: 'Smallest first', descending: 'Largest first' },
    top: 'Only the first',
    topAll: 'all',
    topOf: (count) => `${count}, the rest as “Other”`,
    numbers: 'Numbers',
    scale: 'Unit',
    scales: { auto: 'automatic', '1': 'in full', '10000': 'in 10,000s', '100000000': 'in 100 millions' },
    decimals: 'Decimals',
    automatic: 'automatic',
    labels: 'Labels',
    labelled: { auto: 'automatic', all: 'all', none: 'none' },
    axisFrom: 'Value axis begins',
    axisFroms: { auto: 'automatically', zero: 'at 0', own: 'at …' },
    axisValue: 'Where the axis begins',
    line: 'Reference line',
    noLine: 'none',
    lineValue: (name) => `${name} (value)`,
    lineTarget: (name) => `${name} (target)`,
    events: 'Event marks',
    eventAt: 'Where',
    eventText: 'Text',
    eventHint: 'Such as: autumn campaign',
    addEvent: 'Add a mark',
    wholes: 'Totals',
    wholesHint: 'Ticked categories stand from 0; the others go on from the one before.',
    drawnAs: 'Drawn as',
    as: { column: 'Columns', line: 'Line' },
    axis: 'Axis',
    axes: { first: 'left', second: 'right' },
    palette: 'Colours',
    palettes: { house: 'Standard', calm: 'Calm', vivid: 'Vivid', grey: 'Grey' },

    fixBars: 'Draw bars instead',
    fixTop: (count) => `Only the first ${count}`,
    fixZero: 'Begin at 0',
    fixFirstAxis: 'One axis for all',
    fixCombo: 'Use two axes',
  },
}
