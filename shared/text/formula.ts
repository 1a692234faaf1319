// The words of formulas: what functions are called and what they are for, and what is wrong with a formula.
// Numbers, names and units arrive here as they are to be shown. Over 300 lines because both languages stand side by side.

import type { FigureKind } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import type { FormulaCause, FormulaWord, Joining, Measured } from '../formula/problem.ts'
import { arities } from '../formula/functions.ts'
import { counted, listed } from './english.ts'

/** One word of the formula language. */
export interface FunctionWords {
  /** As it is written before its brackets. */
  name: string
  /** Other spellings that are read. */
  also?: readonly string[]
  /** One line: what it gives. */
  help: string
  /** A call of it, with what comes out. */
  example: string
}

type ProblemWords = {
  [C in FormulaCause['code']]: (problem: Extract<FormulaCause, { code: C }>) => string
}

export interface FormulaWords {
  functions: Readonly<Record<FormulaWord, FunctionWords>>
  problems: ProblemWords
}

const functionsZh: FormulaWords['functions'] = {
  growth: {
    name: '增长',
    also: ['增长率'],
    help: '后者比前者增长了百分之几。',
    example: '增长([本月], [上月]) → 12.5%',
  },
  change: {
    name: '变化',
    also: ['差'],
    help: '两数之差；比率之差按百分点。',
    example: '变化([本月转化率], [上月转化率]) → 6.2个百分点',
  },
  attainment: {
    name: '达成率',
    also: ['完成率'],
    help: '实际是目标的百分之几。',
    example: '达成率([实际], [目标]) → 116%',
  },
  saving: {
    name: '节省率',
    also: ['降幅'],
    help: '实际比目标省了百分之几。',
    example: '节省率([实际成本], [目标成本]) → 6.7%',
  },
  share: { name: '占比', help: '部分占整体的百分之几。', example: '占比([裂变新增], [新增]) → 61.3%' },
  rest: {
    name: '其余',
    also: ['其他'],
    help: '整体减去各部分后剩下的。',
    example: '其余([新增], [裂变新增], [内容新增]) → 1.58万人',
  },
  sum: {
    name: '合计',
    also: ['求和', '总和'],
    help: '各数相加。',
    example: '合计([抖音注册], [微信注册]) → 5.8万人',
  },
  mean: {
    name: '平均',
    also: ['平均值', '均值'],
    help: '各数的算术平均。',
    example: '平均([一月], [二月], [三月]) → 1.98万人',
  },
  'weighted-mean': {
    name: '加权平均',
    help: '按权重平均，数与权重成对写。',
    example: '加权平均([甲转化率], [甲点击], [乙转化率], [乙点击]) → 5.1%',
  },
  'geometric-mean': {
    name: '几何平均',
    help: '各数之积开方，适合逐步的比率。',
    example: '几何平均([第一步], [第二步]) → 48.2%',
  },
  compound: {
    name: '复合增长',
    also: ['复合增长率'],
    help: '从期初到期末，平均每期增长百分之几。',
    example: '复合增长([期初], [期末], 12) → 3.2%',
  },
  max: { name: '最大', also: ['最大值'], help: '各数中最大的。', example: '最大([一月], [二月]) → 18.2万人' },
  min: { name: '最小', also: ['最小值'], help: '各数中最小的。', example: '最小([一月], [二月]) → 12.4万人' },
  absolute: { name: '绝对值', help: '去掉负号。', example: '绝对值([变化量]) → 1.9万人' },
  round: {
    name: '四舍五入',
    help: '留几位小数，比率按写成百分数后的位数。',
    example: '四舍五入([转化率], 1) → 5.1%',
  },
  'period-on-period': { name: '环比', help: '比上一期增长了百分之几。', example: '环比([三月注册]) → 12.5%' },
  'year-on-year': { name: '同比', help: '比去年同期增长了百分之几。', example: '同比([三月注册]) → 35%' },
  previous: { name: '上期', help: '同一指标在上一期的数。', example: '上期([三月注册]) → 二月的注册' },
  'year-before': {
    name: '去年同期',
    also: ['上年同期'],
    help: '同一指标在去年同期的数。',
    example: '去年同期([三月注册]) → 去年三月的注册',
  },
}

const functionsEn: FormulaWords['functions'] = {
  growth: {
    name: 'growth',
    help: 'By how many percent the first is above the second.',
    example: 'growth([March], [February]) → 12.5%',
  },
  change: {
    name: 'change',
    help: 'The first less the second; rates in percentage points.',
    example: 'change([new rate], [old rate]) → 6.2 percentage points',
  },
  attainment: {
    name: 'attainment',
    help: 'The actual in percent of the target.',
    example: 'attainment([actual], [target]) → 116%',
  },
  saving: {
    name: 'saving',
    help: 'By how many percent the actual stays below the target.',
    example: 'saving([cost], [target cost]) → 6.7%',
  },
  share: {
    name: 'share',
    help: 'The part in percent of the whole.',
    example: 'share([referrals], [sign-ups]) → 61.3%',
  },
  rest: {
    name: 'rest',
    help: 'What is left of the whole without its parts.',
    example: 'rest([sign-ups], [referrals], [content]) → 15,800 people',
  },
  sum: { name: 'sum', help: 'All added up.', example: 'sum([north], [south]) → 58,000 people' },
  mean: {
    name: 'mean',
    also: ['average', 'avg'],
    help: 'The arithmetic mean.',
    example: 'mean([January], [February]) → 19,800 people',
  },
  'weighted-mean': {
    name: 'weighted-mean',
    help: 'The mean by weights, each value followed by its own.',
    example: 'weighted-mean([rate A], [clicks A], [rate B], [clicks B]) → 5.1%',
  },
  'geometric-mean': {
    name: 'geometric-mean',
    help: 'The root of the product, for rates of steps.',
    example: 'geometric-mean([step 1], [step 2]) → 48.2%',
  },
  compound: {
    name: 'compound',
    also: ['cagr'],
    help: 'Mean growth per period from the first to the last.',
    example: 'compound([first], [last], 12) → 3.2%',
  },
  max: { name: 'max', help: 'The largest.', example: 'max([January], [February]) → 182,000 people' },
  min: { name: 'min', help: 'The smallest.', example: 'min([January], [February]) → 124,000 people' },
  absolute: {
    name: 'absolute',
    also: ['abs'],
    help: 'Without the minus sign.',
    example: 'absolute([difference]) → 19,000 people',
  },
  round: {
    name: 'round',
    help: 'To so many decimals; a rate to those of its percentage.',
    example: 'round([rate], 1) → 5.1%',
  },
  'period-on-period': {
    name: 'period-on-period',
    help: 'Growth against the period before.',
    example: 'period-on-period([March sign-ups]) → 12.5%',
  },
  'year-on-year': {
    name: 'year-on-year',
    help: 'Growth against the same period a year before.',
    example: 'year-on-year([March sign-ups]) → 35%',
  },
  previous: {
    name: 'previous',
    help: 'The same figure in the period before.',
    example: 'previous([March sign-ups]) → those of February',
  },
  'year-before': {
    name: 'year-before',
    help: 'The same figure a year before.',
    example: 'year-before([March sign-ups]) → those of March last year',
  },
}

const kindsZh: Readonly<Record<FigureKind, string>> = {
  count: '没有单位的数量',
  amount: '没有单位的金额',
  rate: '百分比',
  points: '百分点',
  duration: '没有单位的时长',
  ratio: '倍数',
  score: '评分',
  index: '指数',
}
const kindsEn: Readonly<Record<FigureKind, string>> = {
  count: 'a count without a unit',
  amount: 'an amount without a unit',
  rate: 'a percentage',
  points: 'percentage points',
  duration: 'a duration without a unit',
  ratio: 'a ratio',
  score: 'a score',
  index: 'an index',
}

const isPlainUnit = (unit: string): boolean => unit === '' || unit === '%' || unit === '倍' || unit === '1:n'
const measuredZh = ({ kind, unit }: Measured): string =>
  isPlainUnit(unit) ? (kind === null ? '没有单位的数' : kindsZh[kind]) : `“${unit}”`
const measuredEn = ({ kind, unit }: Measured): string =>
  isPlainUnit(unit) ? (kind === null ? 'a bare number' : kindsEn[kind]) : `“${unit}”`

function joiningZh(joining: Joining): string {
  if (joining === 'add') return '相加'
  return joining === 'subtract' ? '相减' : `一起放进“${functionsZh[joining].name}”`
}
function joiningEn(joining: Joining): string {
  if (joining === 'add') return 'be added to'
  return joining === 'subtract' ? 'be set off against' : `go into “${functionsEn[joining].name}” with`
}

/** How many values a call takes, said to one that has `found`. */
function wantedZh(word: FormulaWord, found: number): string {
  const { least, most, pairs } = arities[word]
  if (found > most && least !== most) return `最多 ${most} 个数`
  if (pairs) return '要成对的数（数、权重、数、权重……）'
  return `${least === most ? '要' : '至少'} ${least} 个数`
}
function wantedEn(word: FormulaWord, found: number): string {
  const { least, most, pairs } = arities[word]
  if (found > most && least !== most) return `at most ${counted(String(most), 'value')}`
  if (pairs) return 'values in pairs (value, weight, value, weight …)'
  return `${least === most ? '' : 'at least '}${counted(String(least), 'value')}`
}

const zh: FormulaWords = {
  functions: functionsZh,
  problems: {
    empty: () => '公式还是空的。可以写成 [注册] ÷ [点击] 这样。',
    'too-long': () => '公式太长了，请拆成几个指标来算。',
    'too-deep': () => '公式层数太多了，请拆成几个指标来算；许多数相加可以用“合计”。',
    unexpected: ({ found }) => `这里不能写“${found}”。`,
    'value-missing': () => '这里少了一个数或指标。',
    'operator-missing': () => '两个数之间少了运算符，请补上 +、−、× 或 ÷。',
    'bracket-missing': ({ bracket }) => `括号没有写完，少了“${bracket}”。`,
    'comma-in-number': () => '数字里不要写逗号，也不要以 0 开头，请写成 5000 或 5万。',
    'unknown-name': ({ name, nearest }) =>
      nearest === undefined ? `没有叫“${name}”的指标。` : `没有叫“${name}”的指标，是不是“[${nearest}]”？`,
    'ambiguous-name': ({ name, labels }) =>
      `有 ${labels.length} 个指标叫“${name}”，请写明是${labels.slice(0, 3).join('、')}${labels.length > 3 ? '……' : ''}中的哪一个。`,
    'unknown-function': ({ name, nearest }) =>
      nearest === undefined
        ? `没有叫“${name}”的函数。`
        : functionsZh[nearest].name === name
          ? `“${name}”后面要有括号，如 ${functionsZh[nearest].example.split(' → ')[0]}。`
          : `没有叫“${name}”的函数，是不是“${functionsZh[nearest].name}”？`,
    'unknown-unit': ({ unit }) =>
      `不认识单位“${unit}”。其他单位请写在花括号里，如 30{${unit.slice(0, 20)}}。`,
    'wrong-count': ({ word, found }) =>
      `“${functionsZh[word].name}”${wantedZh(word, found)}，这里有 ${found} 个。如 ${functionsZh[word].example.split(' → ')[0]}。`,
    'figure-wanted': ({ word }) =>
      `“${functionsZh[word].name}”的括号里只能是一个指标，如 ${functionsZh[word].example.split(' → ')[0]}。`,
    'units-differ': ({ joining, left, right }) =>
      `单位不同：${measuredZh(left)}不能和${measuredZh(right)}${joiningZh(joining)}。`,
    'periods-wanted': ({ found }) => `“复合增长”的第三个数是期数，不能是${measuredZh(found)}。`,
    'unit-too-long': ({ unit }) => `单位太长了：${unit}。`,
    'figure-gone': () => '公式用到的指标已经删除了。',
    circular: () => '公式绕回了自己：它用到的指标又用到了它。请换一个指标。',
  },
}

const en: FormulaWords = {
  functions: functionsEn,
  problems: {
    empty: () => 'The formula is empty. Write one like [sign-ups] ÷ [clicks].',
    'too-long': () => 'The formula is too long. Split it into several figures.',
    'too-deep': () => 'The formula has too many levels. Split it into several figures, or add up with “sum”.',
    unexpected: ({ found }) => `“${found}” cannot stand here.`,
    'value-missing': () => 'A number or a figure is missing here.',
    'operator-missing': () => 'A sign is missing between two values: +, −, × or ÷.',
    'bracket-missing': ({ bracket }) => `A bracket is not closed: “${bracket}” is missing.`,
    'comma-in-number': () => 'Write numbers without commas and without leading zeros: 5000.',
    'unknown-name': ({ name, nearest }) =>
      `There is no figure called “${name}”.${nearest === undefined ? '' : ` Did you mean “[${nearest}]”?`}`,
    'ambiguous-name': ({ name, labels }) =>
      `${labels.length} figures are called “${name}”. Say which: ${listed(labels.slice(0, 3))}.`,
    'unknown-function': ({ name, nearest }) =>
      nearest !== undefined && functionsEn[nearest].name === name
        ? `“${name}” needs brackets: ${functionsEn[nearest].example.split(' → ')[0]}.`
        : `There is no function called “${name}”.${nearest === undefined ? '' : ` Did you mean “${functionsEn[nearest].name}”?`}`,
    'unknown-unit': ({ unit }) =>
      `“${unit}” is no unit that is known. Put any other in braces: 30{${unit.slice(0, 20)}}.`,
    'wrong-count': ({ word, found }) =>
      `“${functionsEn[word].name}” takes ${wantedEn(word, found)}, and here ${found === 1 ? 'is 1' : `are ${found}`}. Such as ${functionsEn[word].example.split(' → ')[0]}.`,
    'figure-wanted': ({ word }) =>
      `“${functionsEn[word].name}” takes one figure and nothing else: ${functionsEn[word].example.split(' → ')[0]}.`,
    'units-differ': ({ joining, left, right }) =>
      `The units differ: ${measuredEn(left)} cannot ${joiningEn(joining)} ${measuredEn(right)}.`,
    'periods-wanted': ({ found }) =>
      `The third value of “compound” is a number of periods and cannot be ${measuredEn(found)}.`,
    'unit-too-long': ({ unit }) => `The unit is too long: ${unit}.`,
    'figure-gone': () => 'A figure in the formula has been removed.',
    circular: () =>
      'The formula leads back to itself: a figure in it stands on this one. Use another figure.',
  },
}

export const formulaWords: Readonly<Record<Language, FormulaWords>> = { 'zh-CN': zh, en }

/** What is wrong with a formula and what to do, in one sentence. */
export function problemText(problem: FormulaCause, language: Language): string {
  // TypeScript does not follow a code into the sentence of that code.
  const sentence = formulaWords[language].problems[problem.code] as (problem: FormulaCause) => string
  return sentence(problem)
}

/** Every spelling of both languages, in lower case. */
const spellings = new Map(
  [functionsEn, functionsZh].flatMap((functions) =>
    (Object.entries(functions) as [FormulaWord, FunctionWords][]).flatMap(([word, { name, also = [] }]) =>
      [name, ...also].map((spelling): [string, FormulaWord] => [spelling.toLowerCase(), word]),
    ),
  ),
)

/** The word of the formula language that a text spells, in either language; undefined for any other. */
export const maybeWord = (text: string): FormulaWord | undefined => spellings.get(text.toLowerCase())
