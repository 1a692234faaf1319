// The words of the window in which a figure is made or changed: from a table, by a formula, by a pattern, by hand.

import type { AggregateFunction, PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'

/** How a figure comes about, in the order of the choice. */
export type FigureWay = 'table' | 'formula' | 'pattern' | 'typed'
/** What a condition on a column asks for. */
export type ConditionKind = 'is' | 'contains' | 'between' | 'filled'

export interface FigureEditorWords {
  newTitle: string
  editTitle: (name: string) => string
  way: string
  ways: Readonly<Record<FigureWay, string>>
  cell: string
  table: string
  chooseTable: string
  noTables: string
  fn: string
  fns: Readonly<Record<AggregateFunction, string>>
  column: string
  chooseColumn: string
  conditions: string
  noConditions: string
  addCondition: string
  removeCondition: (place: number) => string
  conditionColumn: (place: number) => string
  conditionKind: (place: number) => string
  conditionKinds: Readonly<Record<ConditionKind, string>>
  conditionValue: (place: number) => string
  conditionFrom: (place: number) => string
  conditionTo: (place: number) => string
  anyOf: string
  from: string
  to: string
  per: string
  perNone: string
  perHint: (step: string, fn: string) => string
  steps: Readonly<Record<PeriodStep, string>>
  formula: string
  formulaHint: string
  insertFigure: string
  insertNamed: (name: string) => string
  functions: string
  completions: string
  formulaEmpty: string
  pattern: string
  patternUnfit: string
  addOperand: string
  operandMissing: (name: string) => string
  choosePattern: string
  chooseFigure: string
  value: string
  valueHint: string
  valueUnreadable: string
  /** In front of how long the typed span of days is. */
  spanOffer: string
  note: string
  noteHint: string
  noteMissing: string
  name: string
  nameHint: string
  nameMissing: string
  /** The name proposed for a column that is summed up: 花费合计. */
  nameOf: (fn: AggregateFunction, column: string, table: string) => string
  /** With the one value that all its rows have: 抖音注册合计. */
  nameWith: (key: string, name: string) => string
  more: string
  unit: string
  unitDerived: string
  scale: string
  scales: Readonly<Record<1 | 10000 | 100000000, string>>
  decimals: string
  scope: string
  scopeHint: string
  additive: string
  additiveHint: string
  live: string
  working: string
  nothingYet: string
  rows: (rows: string) => string
  added: (name: string) => string
  changed: (name: string) => string
  save: string
  cancel: string
  close: string
  undo: string
  undoFailed: string
}

export const figureEditorWords: Readonly<Record<Language, FigureEditorWords>> = {
  'zh-CN': {
    newTitle: '新建指标',
    editTitle: (name) => `编辑“${name}”`,
    way: '怎样得出',
    ways: { table: '从数据表', formula: '用公式', pattern: '常用口径', typed: '手工填写' },
    cell: '取自一个单元格',
    table: '数据表',
    chooseTable: '选择数据表',
    noTables: '还没有数据表。先去导入数据，或手工填写。',
    fn: '怎样计算',
    fns: {
      sum: '求和',
      avg: '平均值',
      min: '最小值',
      max: '最大值',
      first: '最早一条',
      last: '最近一条',
      count: '行数',
      distinct: '去重计数',
    },
    column: '列',
    chooseColumn: '选择列',
    conditions: '只算这些行',
    noConditions: '全部行都算在内',
    addCondition: '添加条件',
    removeCondition: (place) => `去掉条件 ${place}`,
    conditionColumn: (place) => `条件 ${place} 的列`,
    conditionKind: (place) => `条件 ${place} 的方式`,
    conditionKinds: { is: '是', contains: '包含', between: '介于', filled: '有值' },
    conditionValue: (place) => `条件 ${place} 的值`,
    conditionFrom: (place) => `条件 ${place} 从`,
    conditionTo: (place) => `条件 ${place} 到`,
    anyOf: '多个值用顿号分开',
    from: '从',
    to: '到',
    per: '先按时间汇总',
    perNone: '不汇总',
    perHint: (step, fn) => `先把每${step}的行加起来，再取${fn}。`,
    steps: { day: '日', week: '周', month: '月', quarter: '季度', half: '半年', year: '年' },
    formula: '公式',
    formulaHint: '输入 [ 选指标，如 [花费] / [注册]',
    insertFigure: '插入指标',
    insertNamed: (name) => `插入“${name}”`,
    functions: '可用的函数',
    completions: '候选',
    formulaEmpty: '请写出公式。',
    pattern: '口径',
    patternUnfit: '这些指标的类型或单位配不到一起，请换一个。',
    addOperand: '再加一组',
    operandMissing: (name) => `请选择“${name}”。`,
    choosePattern: '选择口径',
    chooseFigure: '选择指标',
    value: '数值',
    valueHint: '如 5.8万人、48.2%，或 2026年3月2日至8月28日',
    spanOffer: '这段日期的长度，点选即填入：',
    valueUnreadable: '读不出这个数。写成 5.8万人、48.2% 这样的形式。',
    note: '出处说明',
    noteHint: '这个数从哪里来，如：后台截图 7 月 3 日',
    noteMissing: '请写明出处，报告里的每个数都要查得到来源。',
    name: '名称',
    nameHint: '读者会怎么称呼它',
    nameMissing: '请写名称。',
    nameOf: (fn, column, table) => (fn === 'count' ? `${table}行数` : `${column}${nameEndingZh[fn]}`),
    nameWith: (key, name) => `${key}${name}`,
    more: '写法与范围',
    unit: '单位',
    unitDerived: '单位由公式得出',
    scale: '写成',
    scales: { 1: '原数', 10000: '万', 100000000: '亿' },
    decimals: '小数位',
    scope: '范围说明',
    scopeHint: '如：6 个渠道合计',
    additive: '各部分可以相加',
    additiveHint: '人数去重、比率、均值不能相加',
    live: '算出来是',
    working: '正在计算…',
    nothingYet: '填好上面的内容就会算出来',
    rows: (rows) => `用到 ${rows} 行`,
    added: (name) => `已新建“${name}”`,
    changed: (name) => `已更新“${name}”，用到它的地方随之更新`,
    save: '保存',
    cancel: '取消',
    close: '关闭',
    undo: '撤销',
    undoFailed: '没能撤销：已经有地方用到它。',
  },
  en: {
    newTitle: 'New figure',
    editTitle: (name) => `Edit “${name}”`,
    way: 'How it comes about',
    ways: { table: 'From a table', formula: 'By a formula', pattern: 'By a pattern', typed: 'Typed in' },
    cell: 'Taken from one cell',
    table: 'Table',
    chooseTable: 'Choose a table',
    noTables: 'There is no table yet. Import data first, or type the figure in.',
    fn: 'Calculation',
    fns: {
      sum: 'Sum',
      avg: 'Average',
      min: 'Smallest',
      max: 'Largest',
      first: 'Earliest',
      last: 'Latest',
      count: 'Number of rows',
      distinct: 'Distinct values',
    },
    column: 'Column',
    chooseColumn: 'Choose a column',
    conditions: 'Only these rows',
    noConditions: 'All rows take part',
    addCondition: 'Add a condition',
    removeCondition: (place) => `Remove condition ${place}`,
    conditionColumn: (place) => `Column of condition ${place}`,
    conditionKind: (place) => `Kind of condition ${place}`,
    conditionKinds: { is: 'is', contains: 'contains', between: 'between', filled: 'has a value' },
    conditionValue: (place) => `Value of condition ${place}`,
    conditionFrom: (place) => `Condition ${place} from`,
    conditionTo: (place) => `Condition ${place} to`,
    anyOf: 'Several values: put commas between',
    from: 'From',
    to: 'To',
    per: 'Sum up by time first',
    perNone: 'Do not',
    perHint: (step, fn) => `Rows are added up by ${step} first; then comes: ${fn.toLowerCase()}.`,
    steps: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' },
    formula: 'Formula',
    formulaHint: 'Type [ for a figure, such as [Cost] / [Sign-ups]',
    insertFigure: 'Insert a figure',
    insertNamed: (name) => `Insert “${name}”`,
    functions: 'Functions',
    completions: 'Choices',
    formulaEmpty: 'Please write a formula.',
    pattern: 'Pattern',
    patternUnfit: 'The kinds or units of these figures do not go together; choose another.',
    addOperand: 'Add another',
    operandMissing: (name) => `Please choose “${name}”.`,
    choosePattern: 'Choose a pattern',
    chooseFigure: 'Choose a figure',
    value: 'Value',
    valueHint: 'Such as 58,000, 48.2%, or 2 March to 28 August 2026',
    spanOffer: 'Length of this span; choose one to fill it in:',
    valueUnreadable: 'This is not a number. Write it like 58,000 or 48.2%.',
    note: 'Where it is from',
    noteHint: 'Such as: dashboard screenshot, 3 July',
    noteMissing: 'Please say where it is from: every number in a report must be traceable.',
    name: 'Name',
    nameHint: 'What a reader would call it',
    nameMissing: 'Please give it a name.',
    nameOf: (fn, column, table) => (fn === 'count' ? `Rows of ${table}` : `${column} (${nameEndingEn[fn]})`),
    nameWith: (key, name) => (key === '' ? name : `${key}: ${name}`),
    more: 'How it is written',
    unit: 'Unit',
    unitDerived: 'The unit follows from the formula',
    scale: 'In',
    scales: { 1: 'full', 10000: 'ten thousands', 100000000: 'hundred millions' },
    decimals: 'Decimals',
    scope: 'Scope',
    scopeHint: 'Such as: all 6 channels',
    additive: 'Parts may be added up',
    additiveHint: 'Distinct people, rates and averages may not',
    live: 'It comes to',
    working: 'Working it out…',
    nothingYet: 'Fill in the above and it is worked out',
    rows: (rows) => `from ${rows} rows`,
    added: (name) => `“${name}” was added`,
    changed: (name) => `“${name}” was changed, and everything that mentions it`,
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    undo: 'Undo',
    undoFailed: 'This could not be undone: something uses it by now.',
  },
}

const nameEndingZh: Readonly<Record<AggregateFunction, string>> = {
  sum: '合计',
  avg: '均值',
  min: '最小值',
  max: '最大值',
  first: '最早值',
  last: '最近值',
  count: '行数',
  distinct: '去重数',
}
const nameEndingEn: Readonly<Record<AggregateFunction, string>> = {
  sum: 'total',
  avg: 'average',
  min: 'smallest',
  max: 'largest',
  first: 'earliest',
  last: 'latest',
  count: 'rows',
  distinct: 'distinct',
}
