// The words of comparisons on the figures screen: their list, and the window in which one is made. What the kinds are
// called and what is odd about a comparison is in comparisons.ts.
// Over 300 lines because each stands here in both languages.

import type { ComparisonKind } from '../model/comparison.ts'
import type { Language } from '../model/language.ts'

/** What a figure is in a comparison. */
export type ComparisonRole =
  | 'before'
  | 'after'
  | 'delta'
  | 'relative'
  | 'actual'
  | 'benchmark'
  | 'gap'
  | 'whole'
  | 'rate'
  | 'count'
  | 'base'
  | 'left'
  | 'right'
  | 'sent'
  | 'valid'
  | 'unitCost'
  | 'controlSize'
  | 'controlHits'
  | 'variantSize'
  | 'variantHits'

export interface ComparisonsPageWords {
  add: string
  editTitle: (name: string) => string
  emptyTitle: string
  emptyText: string
  search: string
  anyKind: string
  noMatch: string
  kind: string
  /** What the kind is for, with an example. */
  kindNotes: Readonly<Record<ComparisonKind, string>>
  name: string
  nameHint: string
  nameMissing: string
  roles: Readonly<Record<ComparisonRole, string>>
  optional: (role: string) => string
  unknown: string
  choose: string
  source: string
  population: string
  ages: string
  textHints: Readonly<Record<'source' | 'population' | 'ages', string>>
  multiple: string
  rows: Readonly<
    Record<
      'shares' | 'funnel' | 'residual' | 'survey' | 'contribution' | 'series' | 'cohorts',
      { list: string; one: string }
    >
  >
  /** What the second figure of a row is. */
  others: Readonly<Record<'funnel' | 'residual' | 'contribution', string>>
  rowName: (place: number) => string
  rowFigure: (place: number) => string
  rowOther: (other: string, place: number) => string
  later: (age: number) => string
  laterFigure: (place: number, age: number) => string
  addRow: string
  addAge: string
  moveUp: (place: number) => string
  moveDown: (place: number) => string
  removeRow: (place: number) => string
  problems: {
    role: (role: string) => string
    two: string
    rows: (least: number) => string
    other: (name: string) => string
  }
  preview: string
  nothingYet: string
  noSentence: string
  derivedOf: (comparison: string) => string
  showAll: (count: number) => string
  keep: string
  keepNamed: (name: string) => string
  kept: (name: string) => string
  alreadyKept: string
  copySentence: string
  copied: string
  notCopied: string
  warnings: string
  editNamed: (name: string) => string
  removeNamed: (name: string) => string
  removed: (name: string) => string
  saved: (name: string) => string
  save: string
  cancel: string
  close: string
  undo: string
}

export const comparisonsPageWords: Readonly<Record<Language, ComparisonsPageWords>> = {
  'zh-CN': {
    add: '新建对比',
    editTitle: (name) => `编辑“${name}”`,
    emptyTitle: '还没有对比',
    emptyText: '把指标放在一起：前后变化、占比、漏斗、与行业比……会写成一句话，并算出随之而来的数。',
    search: '查找对比',
    anyKind: '全部类型',
    noMatch: '没有符合的对比',
    kind: '类型',
    kindNotes: {
      change: '知道其中两个，就能算出另外两个：注册转化率 18% → 24%。',
      benchmark: '和行业、整体或竞品比，要写明出处：高出行业 15 个百分点。',
      shares: '整体由哪些部分组成：裂变占 62%（3.6万）。',
      rate: '比率、人数、总数知道其中两个：打卡参与率 41%（2.38万人）。',
      funnel: '一步一步减少：展示 → 点击 → 注册 → 首单。',
      residual: '总数减去已知部分：其他渠道还有多少，成本多少。',
      ratio: '几比几，或几倍：ROI 1:5.8。',
      survey: '发放、有效、各选项：发放 1200 份，有效 947 份。',
      contribution: '增长是谁带来的：各部分前后各是多少。',
      experiment: '两组各有多少人、多少人做了：差异是否可信。',
      series: '同一指标的各期，从早到晚：环比、累计、峰值。',
      cohorts: '同一批用户之后还留下多少：次日、7日、30日留存。',
    },
    name: '名称',
    nameHint: '如：暑期活动注册转化率',
    nameMissing: '请写名称。',
    roles: {
      before: '之前',
      after: '之后',
      delta: '变化量',
      relative: '变化率',
      actual: '实际',
      benchmark: '基准',
      gap: '差距',
      whole: '整体',
      rate: '比率',
      count: '人数或次数',
      base: '总数',
      left: '前项',
      right: '后项',
      sent: '发放',
      valid: '有效',
      unitCost: '整体的单位成本',
      controlSize: '对照组人数',
      controlHits: '对照组做了的人数',
      variantSize: '实验组人数',
      variantHits: '实验组做了的人数',
    },
    optional: (role) => `${role}（可不填）`,
    unknown: '未知',
    choose: '选择指标',
    source: '基准出处',
    population: '总数是谁',
    ages: '各期的叫法',
    textHints: {
      source: '如：行业报告2025、部门整体',
      population: '如：活动用户',
      ages: '如：次日、7日、30日；不填就按第几期',
    },
    multiple: '可以多选，合计可超过 100%',
    rows: {
      shares: { list: '各部分', one: '部分' },
      funnel: { list: '各步，从先到后', one: '步骤' },
      residual: { list: '已知部分', one: '部分' },
      survey: { list: '各选项', one: '选项' },
      contribution: { list: '各部分', one: '部分' },
      series: { list: '各期，从早到晚', one: '一期' },
      cohorts: { list: '各批次：来了多少，之后还在多少', one: '批次' },
    },
    others: { funnel: '改版前', residual: '单位成本', contribution: '之前' },
    rowName: (place) => `第 ${place} 项的名称`,
    rowFigure: (place) => `第 ${place} 项`,
    rowOther: (other, place) => `第 ${place} 项${other}`,
    later: (age) => `之后第 ${age} 期`,
    laterFigure: (place, age) => `第 ${place} 批之后第 ${age} 期`,
    addRow: '添加一项',
    addAge: '再加一期',
    moveUp: (place) => `上移第 ${place} 项`,
    moveDown: (place) => `下移第 ${place} 项`,
    removeRow: (place) => `去掉第 ${place} 项`,
    problems: {
      role: (role) => `请选择“${role}”。`,
      two: '至少选两个。',
      rows: (least) => `至少要有 ${least} 项。`,
      other: (name) => `“${name}”要么每项都填，要么都不填。`,
    },
    preview: '会写成',
    nothingYet: '选好指标就会写出来',
    noSentence: '数还不全，写不成句子',
    derivedOf: (comparison) => `“${comparison}”随之得出的数`,
    showAll: (count) => `显示全部 ${count} 个`,
    keep: '加入指标',
    keepNamed: (name) => `加入指标：“${name}”`,
    kept: (name) => `“${name}”已加入指标`,
    alreadyKept: '已是指标',
    copySentence: '复制句子',
    copied: '已复制句子',
    notCopied: '没能复制，请选中文字后复制。',
    warnings: '需要留意',
    editNamed: (name) => `编辑“${name}”`,
    removeNamed: (name) => `删除“${name}”`,
    removed: (name) => `已删除对比“${name}”`,
    saved: (name) => `已保存对比“${name}”`,
    save: '保存',
    cancel: '取消',
    close: '关闭',
    undo: '撤销',
  },
  en: {
    add: 'New comparison',
    editTitle: (name) => `Edit “${name}”`,
    emptyTitle: 'No comparisons yet',
    emptyText:
      'Put figures side by side: before and after, shares, a funnel, against others. Each is said in a sentence, with the numbers that follow.',
    search: 'Find a comparison',
    anyKind: 'Any kind',
    noMatch: 'No comparison matches',
    kind: 'Kind',
    kindNotes: {
      change: 'Any two give the others: sign-up rate 18% → 24%.',
      benchmark: 'Against the industry, the whole or a rival, with the source: 15 points above the industry.',
      shares: 'What a whole is made of: referrals 62% (36,000).',
      rate: 'Rate, count and base, any two: 41% took part (23,800 people).',
      funnel: 'Step by step fewer: views → clicks → sign-ups → first orders.',
      residual: 'The total less the known parts: what the other channels made and cost.',
      ratio: 'k to n, or how many times: ROI 1:5.8.',
      survey: 'Sent, valid, answers: 1,200 sent, 947 valid.',
      contribution: 'Who made the growth: each part before and after.',
      experiment: 'How many in each group and how many did it: is the difference real?',
      series: 'One figure over periods, oldest first: growth, running total, peak.',
      cohorts: 'How many of those who came together stayed: day 1, day 7, day 30.',
    },
    name: 'Name',
    nameHint: 'Such as: sign-up rate of the summer campaign',
    nameMissing: 'Please give it a name.',
    roles: {
      before: 'Before',
      after: 'After',
      delta: 'Difference',
      relative: 'Relative change',
      actual: 'Actual',
      benchmark: 'Benchmark',
      gap: 'Gap',
      whole: 'Whole',
      rate: 'Rate',
      count: 'Count',
      base: 'Base',
      left: 'First',
      right: 'Second',
      sent: 'Sent',
      valid: 'Valid',
      unitCost: 'Unit cost of the whole',
      controlSize: 'Control: size',
      controlHits: 'Control: did it',
      variantSize: 'Variant: size',
      variantHits: 'Variant: did it',
    },
    optional: (role) => `${role} (optional)`,
    unknown: 'Not known',
    choose: 'Choose a figure',
    source: 'Source of the benchmark',
    population: 'Who the base are',
    ages: 'What the ages are called',
    textHints: {
      source: 'Such as: industry report 2025, whole department',
      population: 'Such as: campaign users',
      ages: 'Such as: next day, day 7, day 30; counted where empty',
    },
    multiple: 'Several answers allowed; may add up to more than 100%',
    rows: {
      shares: { list: 'Parts', one: 'Part' },
      funnel: { list: 'Steps, first to last', one: 'Step' },
      residual: { list: 'Known parts', one: 'Part' },
      survey: { list: 'Answers', one: 'Answer' },
      contribution: { list: 'Parts', one: 'Part' },
      series: { list: 'Periods, oldest first', one: 'Period' },
      cohorts: { list: 'Cohorts: how many came, how many were there later', one: 'Cohort' },
    },
    others: { funnel: 'earlier', residual: 'unit cost', contribution: 'before' },
    rowName: (place) => `Name of ${place}`,
    rowFigure: (place) => `Figure ${place}`,
    rowOther: (other, place) => `Figure ${place}, ${other}`,
    later: (age) => `Later, ${age}`,
    laterFigure: (place, age) => `Cohort ${place}, later ${age}`,
    addRow: 'Add one',
    addAge: 'Add an age',
    moveUp: (place) => `Move ${place} up`,
    moveDown: (place) => `Move ${place} down`,
    removeRow: (place) => `Remove ${place}`,
    problems: {
      role: (role) => `Please choose “${role}”.`,
      two: 'Choose at least two.',
      rows: (least) => `At least ${least} are needed.`,
      other: (name) => `Choose “${name}” for every one or for none.`,
    },
    preview: 'It will say',
    nothingYet: 'Choose the figures and it is written',
    noSentence: 'Too little is known for a sentence',
    derivedOf: (comparison) => `Numbers that follow from “${comparison}”`,
    showAll: (count) => `Show all ${count}`,
    keep: 'Keep as figure',
    keepNamed: (name) => `Keep as figure: “${name}”`,
    kept: (name) => `“${name}” was added to the figures`,
    alreadyKept: 'Is a figure',
    copySentence: 'Copy sentence',
    copied: 'The sentence was copied',
    notCopied: 'It could not be copied; please select the text and copy it.',
    warnings: 'To be noted',
    editNamed: (name) => `Edit “${name}”`,
    removeNamed: (name) => `Remove “${name}”`,
    removed: (name) => `The comparison “${name}” was removed`,
    saved: (name) => `The comparison “${name}” was saved`,
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    undo: 'Undo',
  },
}
