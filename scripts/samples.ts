// Makes the sample workbooks of `resources/samples`: invented, plausible numbers that agree with one another.
// The same options give the same bytes. Run `node scripts/samples.ts` to write them all again.
// Over 300 lines because every word and number of five files stands here, in both languages.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import type { Language } from '../shared/model/language.ts'
import { tidy } from '../shared/numbers/tidy.ts'

/** `factor` multiplies the traffic of every day; another `seed` is another half-year of the same channels. */
export interface SampleOptions {
  seed?: number
  factor?: number
  days?: number
}

interface Channel {
  name: Record<Language, string>
  /** Impressions of an ordinary Monday in the first week. */
  impressions: number
  clickRate: number
  signUpRate: number
  orderRate: number
  yuanPerClick: number
  /** What a Saturday or Sunday is worth against a weekday. */
  weekend: number
  /** How strongly the June campaign lifts it. */
  campaign: number
}

const channels: readonly Channel[] = (
  [
    ['抖音', 'Douyin', 62_000, 0.026, 0.085, 0.16, 2.6, 1.22, 1.1],
    ['小红书', 'Xiaohongshu', 41_000, 0.034, 0.095, 0.18, 2.3, 1.28, 0.9],
    ['微信社群', 'WeChat groups', 16_000, 0.062, 0.14, 0.24, 1.3, 1.05, 0.7],
    ['百度搜索', 'Baidu search', 28_000, 0.045, 0.11, 0.21, 4.6, 0.82, 0.35],
    ['校园地推', 'Campus events', 12_000, 0.055, 0.16, 0.13, 3, 0.64, 0.2],
    ['应用商店', 'App store', 35_000, 0.031, 0.125, 0.15, 4.4, 1.1, 0.5],
  ] as const
).map(([zh, en, impressions, clickRate, signUpRate, orderRate, yuanPerClick, weekend, campaign]) => ({
  name: { 'zh-CN': zh, en },
  impressions,
  clickRate,
  signUpRate,
  orderRate,
  yuanPerClick,
  weekend,
  campaign,
}))

const firstDay = Date.UTC(2026, 2, 2)
const dayMs = 86_400_000
/** Days of the June campaign, counted from the first day: 10 to 18 June. */
const campaignDays = { from: 100, to: 108 }

export interface DailyRow {
  /** Days after the first day, 2026-03-02. */
  day: number
  channel: Channel
  impressions: number
  clicks: number
  signUps: number
  firstOrders: number
  costYuan: number
  note: Record<Language, string> | null
}

/** A seeded stream of numbers in [0, 1): mulberry32 by Tommy Ettinger, public domain. */
function randomStream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const notes: readonly Record<Language, string>[] = [
  { 'zh-CN': '更换素材', en: 'New creatives' },
  { 'zh-CN': '预算上调10%', en: 'Budget up 10%' },
  { 'zh-CN': '落地页改版', en: 'Landing page redesigned' },
  { 'zh-CN': '计划审核中，下午恢复投放', en: 'Under review, resumed in the afternoon' },
]
const campaignNote: Record<Language, string> = { 'zh-CN': '618活动加投', en: 'June campaign boost' }

/** One row a day and channel, days in order, channels in order within a day. */
export function dailyRows({ seed = 20260302, factor = 1, days = 180 }: SampleOptions = {}): DailyRow[] {
  const random = randomStream(seed)
  const about = (spread: number): number => 1 + (random() + random() - 1) * spread
  const rows: DailyRow[] = []
  for (let day = 0; day < days; day += 1) {
    const weekend = day % 7 >= 5
    const growth = 1 + 0.0012 * day
    const inCampaign = day >= campaignDays.from && day <= campaignDays.to
    const peak = Math.exp(-(((day - (campaignDays.to - 1)) / 4) ** 2))
    for (const channel of channels) {
      const lift = inCampaign ? 1 + channel.campaign * peak : 1
      const season = weekend ? channel.weekend : 1
      const impressions = Math.round(channel.impressions * growth * season * lift * about(0.14) * factor)
      const clicks = Math.round(impressions * channel.clickRate * about(0.12))
      const signUps = Math.round(clicks * channel.signUpRate * (1 + 0.0006 * day) * about(0.12))
      const firstOrders = Math.round(signUps * channel.orderRate * about(0.16))
      const costYuan = Math.round(clicks * channel.yuanPerClick * about(0.08) * 100) / 100
      const drawn = random()
      const note =
        inCampaign && channel.campaign >= 0.5
          ? campaignNote
          : drawn < 0.02
            ? (notes[Math.floor(drawn * 50 * notes.length)] ?? null)
            : null
      rows.push({ day, channel, impressions, clicks, signUps, firstOrders, costYuan, note })
    }
  }
  return rows
}

interface Totals {
  impressions: number
  clicks: number
  signUps: number
  firstOrders: number
  costYuan: number
}

/** Exact sums; the cost is added in cents. */
export function totalsOf(rows: readonly DailyRow[]): Totals {
  const sum = (pick: (row: DailyRow) => number): number => rows.reduce((total, row) => total + pick(row), 0)
  return {
    impressions: sum((row) => row.impressions),
    clicks: sum((row) => row.clicks),
    signUps: sum((row) => row.signUps),
    firstOrders: sum((row) => row.firstOrders),
    costYuan: sum((row) => Math.round(row.costYuan * 100)) / 100,
  }
}

const dailyWords = {
  'zh-CN': {
    sheet: '日报',
    title: '2026年渠道投放日报',
    columns: '日期|渠道|曝光|点击|注册|首单|成本(元)|点击率|注册转化率|备注'.split('|'),
    funnel: '漏斗',
    week: (number: number) => `第${number}周小计`,
    total: '合计',
    dateFormat: 'yyyy-mm-dd',
  },
  en: {
    sheet: 'Daily',
    title: 'Channel daily report 2026',
    columns: 'Date|Channel|Impressions|Clicks|Sign-ups|First orders|Cost (CNY)|CTR|Sign-up rate|Notes'.split(
      '|',
    ),
    funnel: 'Funnel',
    week: (number: number) => `Week ${number} subtotal`,
    total: 'Grand total',
    dateFormat: 'yyyy-mm-dd',
  },
} as const

const hair = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const boxed: CellStyle = { border: { top: hair, bottom: hair, left: hair, right: hair } }
const titleStyle: CellStyle = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const headerStyle: CellStyle = {
  ...boxed,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE7F3' } },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const summed: CellStyle = {
  ...boxed,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
}

/** A sheet being filled. Rows count from 1, as in a formula; columns from 0. */
class SheetDraft {
  readonly cells = new Map<string, Partial<Cell>>()
  readonly merges: MergeRange[] = []

  put(row: number, column: number, value: CellValue, style: CellStyle = boxed, formula?: string): void {
    const cell: Partial<Cell> =
      formula === undefined ? { value, style } : { formula, formulaResult: value, style }
    this.cells.set(`${row - 1},${column}`, cell)
  }

  merge(row: number, column: number, lastRow: number, lastColumn: number): void {
    this.merges.push({ startRow: row - 1, startCol: column, endRow: lastRow - 1, endCol: lastColumn })
  }

  toSheet(name: string, widths: readonly number[], frozenRows: number): WriteSheet {
    return {
      name,
      columns: widths.map((width) => ({ width })),
      rows: [],
      cells: this.cells,
      merges: this.merges,
      freezePane: { rows: frozenRows },
    }
  }
}

const formats = [null, null, '#,##0', '#,##0', '#,##0', '#,##0', '#,##0.00', '0.00%', '0.00%', null] as const
const formatted = (style: CellStyle, column: number): CellStyle => {
  const numFmt = formats[column]
  return numFmt ? { ...style, numFmt } : style
}
const letterOf = (column: number): string => String.fromCharCode(65 + column)

/** The daily report: title, two merged header rows, a subtotal after each week, a grand total; rates are formulas. */
export async function dailyReportXlsx(language: Language, options: SampleOptions = {}): Promise<Uint8Array> {
  const words = dailyWords[language]
  const rows = dailyRows(options)
  const sheet = new SheetDraft()
  const last = words.columns.length - 1
  sheet.put(1, 0, words.title, titleStyle)
  sheet.merge(1, 0, 1, last)
  words.columns.forEach((name, column) => {
    const inFunnel = column >= 2 && column <= 5
    sheet.put(2, column, column === 2 ? words.funnel : inFunnel ? null : name, headerStyle)
    sheet.put(3, column, inFunnel ? name : null, headerStyle)
    if (!inFunnel) sheet.merge(2, column, 3, column)
  })
  sheet.merge(2, 2, 2, 5)

  const putRates = (at: number, of: Totals, style: CellStyle): void => {
    sheet.put(at, 7, of.clicks / of.impressions, formatted(style, 7), `D${at}/C${at}`)
    sheet.put(at, 8, of.signUps / of.clicks, formatted(style, 8), `E${at}/D${at}`)
  }
  const putSum = (at: number, label: string, from: number, to: number, of: Totals): void => {
    sheet.put(at, 0, label, summed)
    sheet.put(at, 1, null, summed)
    const values = [of.impressions, of.clicks, of.signUps, of.firstOrders, of.costYuan]
    values.forEach((value, index) => {
      const column = index + 2
      const letter = letterOf(column)
      sheet.put(at, column, value, formatted(summed, column), `SUBTOTAL(9,${letter}${from}:${letter}${to})`)
    })
    putRates(at, of, summed)
    sheet.put(at, 9, null, summed)
  }

  let at = 4
  let weekStart = 0
  let weekRow = at
  rows.forEach((row, index) => {
    const values = [row.impressions, row.clicks, row.signUps, row.firstOrders, row.costYuan]
    sheet.put(at, 0, new Date(firstDay + row.day * dayMs), { ...boxed, numFmt: words.dateFormat })
    sheet.put(at, 1, row.channel.name[language])
    values.forEach((value, place) => sheet.put(at, place + 2, value, formatted(boxed, place + 2)))
    putRates(at, row, boxed)
    sheet.put(at, 9, row.note?.[language] ?? null)
    at += 1
    const next = rows[index + 1]
    if (!next || (next.day !== row.day && next.day % 7 === 0)) {
      const week = Math.floor(row.day / 7) + 1
      putSum(at, words.week(week), weekRow, at - 1, totalsOf(rows.slice(weekStart, index + 1)))
      at += 1
      weekStart = index + 1
      weekRow = at
    }
  })
  putSum(at, words.total, 4, at - 1, totalsOf(rows))
  return workbook(sheet.toSheet(words.sheet, [12, 14, 12, 10, 10, 12, 14, 10, 12, 28], 3))
}

const isoDay = (day: number): string => new Date(firstDay + day * dayMs).toISOString().slice(0, 10)

/** The daily report as Excel in China saves it for other programs: GB18030, CRLF, one header row, a total at the end. */
export function dailyReportCsv(options: SampleOptions = {}): Uint8Array {
  const words = dailyWords['zh-CN']
  const rows = dailyRows(options)
  const percent = (ratio: number): string => `${(ratio * 100).toFixed(2)}%`
  const line = (of: Totals, first: string, second: string, note: string): string => {
    const counts = [of.impressions, of.clicks, of.signUps, of.firstOrders, of.costYuan.toFixed(2)]
    const rates = [percent(of.clicks / of.impressions), percent(of.signUps / of.clicks)]
    return [first, second, ...counts, ...rates, note].join(',')
  }
  const lines = [
    words.columns.join(','),
    ...rows.map((row) =>
      line(
        row,
        isoDay(row.day).replaceAll('-', '/').replaceAll('/0', '/'),
        row.channel.name['zh-CN'],
        row.note?.['zh-CN'] ?? '',
      ),
    ),
    line(totalsOf(rows), words.total, '', ''),
  ]
  return encodeGb18030(`${lines.join('\r\n')}\r\n`)
}

interface GoalRow {
  name: Record<Language, string>
  unit: Record<Language, string>
  target: Record<Language, number | string>
  actual: Record<Language, number | string>
  format?: string
}

const both = <T>(value: T): Record<Language, T> => ({ 'zh-CN': value, en: value })
const rounded = (value: number, decimals: number): number => Number(tidy(value).toFixed(decimals))

function goalRows(options: SampleOptions): GoalRow[] {
  const all = totalsOf(dailyRows(options))
  const percent = '0.00%'
  return [
    {
      name: { 'zh-CN': '新增注册用户', en: 'New sign-ups' },
      unit: { 'zh-CN': '万人', en: 'thousand people' },
      target: { 'zh-CN': 15, en: 150 },
      actual: { 'zh-CN': rounded(all.signUps / 1e4, 2), en: rounded(all.signUps / 1e3, 1) },
    },
    {
      name: { 'zh-CN': '首单用户', en: 'First-order users' },
      unit: { 'zh-CN': '人', en: 'people' },
      target: both(28_000),
      actual: both(all.firstOrders),
      format: '#,##0',
    },
    {
      name: { 'zh-CN': '点击率', en: 'CTR' },
      unit: both('%'),
      target: both(0.035),
      actual: both(rounded(all.clicks / all.impressions, 4)),
      format: percent,
    },
    {
      name: { 'zh-CN': '注册转化率', en: 'Sign-up rate' },
      unit: both('%'),
      target: both(0.12),
      actual: both(rounded(all.signUps / all.clicks, 4)),
      format: percent,
    },
    {
      name: { 'zh-CN': '获客成本', en: 'Acquisition cost' },
      unit: { 'zh-CN': '元/人', en: 'CNY/person' },
      target: both('≤30'),
      actual: both(rounded(all.costYuan / all.signUps, 2)),
    },
    {
      name: { 'zh-CN': '投放成本', en: 'Total cost' },
      unit: { 'zh-CN': '元', en: 'CNY' },
      target: { 'zh-CN': '≤480万', en: '≤4.8 million' },
      actual: {
        'zh-CN': `${rounded(all.costYuan / 1e4, 1)}万`,
        en: `${rounded(all.costYuan / 1e6, 3)} million`,
      },
    },
    {
      name: { 'zh-CN': '7日留存率', en: '7-day retention' },
      unit: both('%'),
      target: both(0.35),
      actual: both(0.372),
      format: percent,
    },
    {
      name: { 'zh-CN': '用户流失率', en: 'Churn rate' },
      unit: both('%'),
      target: both('≤10%'),
      actual: both(0.087),
      format: percent,
    },
    {
      name: { 'zh-CN': '人均使用时长', en: 'Time per user' },
      unit: { 'zh-CN': '分钟', en: 'minutes' },
      target: both(18),
      actual: both(21.3),
    },
    {
      name: { 'zh-CN': '用户满意度', en: 'User satisfaction' },
      unit: { 'zh-CN': '分', en: 'points' },
      target: both(4.5),
      actual: both(4.3),
    },
  ]
}

const goalWords = {
  'zh-CN': { sheet: '目标', title: '2026年度目标完成情况', columns: ['指标', '单位', '目标', '实际'] },
  en: { sheet: 'Goals', title: 'Annual goals 2026', columns: ['Metric', 'Unit', 'Target', 'Actual'] },
} as const

/** Goals of the year; what the daily report also knows is computed from the rows that the same options give. */
export async function annualGoalsXlsx(language: Language, options: SampleOptions = {}): Promise<Uint8Array> {
  const words = goalWords[language]
  const sheet = new SheetDraft()
  sheet.put(1, 0, words.title, titleStyle)
  sheet.merge(1, 0, 1, words.columns.length - 1)
  words.columns.forEach((name, column) => sheet.put(2, column, name, headerStyle))
  goalRows(options).forEach((row, index) => {
    const at = index + 3
    const figure: CellStyle = row.format ? { ...boxed, numFmt: row.format } : boxed
    sheet.put(at, 0, row.name[language])
    sheet.put(at, 1, row.unit[language])
    for (const [column, value] of [row.target[language], row.actual[language]].entries()) {
      sheet.put(
        at,
        column + 2,
        value,
        typeof value === 'number' ? figure : { ...boxed, alignment: { horizontal: 'right' } },
      )
    }
  })
  return workbook(sheet.toSheet(words.sheet, [20, 16, 14, 14], 2))
}

function workbook(sheet: WriteSheet): Promise<Uint8Array> {
  const made = new Date(Date.UTC(2026, 7, 31))
  return writeXlsx({ sheets: [sheet], properties: { created: made, modified: made } })
}

let gb18030: Map<string, number> | undefined

/** GB18030 bytes of a text of two-byte characters: all of GBK. Throws on a character outside it. */
export function encodeGb18030(text: string): Uint8Array {
  if (!gb18030) {
    gb18030 = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail !== 0x7f) gb18030.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail)
      }
    }
  }
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = gb18030.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair === undefined) throw new RangeError(`not in GBK: ${character}`)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return Uint8Array.from(bytes)
}

async function writeSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['渠道投放日报.xlsx', await dailyReportXlsx('zh-CN')],
    ['渠道投放日报.csv', dailyReportCsv()],
    ['年度目标.xlsx', await annualGoalsXlsx('zh-CN')],
    ['Channel daily report.xlsx', await dailyReportXlsx('en')],
    ['Annual goals.xlsx', await annualGoalsXlsx('en')],
  ]
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

if (import.meta.main) await writeSamples(join(import.meta.dirname, '../resources/samples'))
