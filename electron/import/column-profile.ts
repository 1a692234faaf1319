// What has been seen in one column, and what type and unit follow from it. It keeps counts and a few samples, no cells.

import type { ColumnType } from '../../shared/model/table.ts'
import { isClockUnit, isCounter, isCurrency } from '../../shared/numbers/units.ts'
import { type Look, type LookKind, kinds, shownText } from './look.ts'
import type { SheetRow } from './sheet-row.ts'
import { isRateName } from './total-words.ts'

/** Cells of one kind that a problem names at most; the rest are counted. */
export const mostSamples = 20

export interface Sample {
  row: number
  text: string
}

/** A sum with what tells whether another number could be one: how many, and between what bounds. */
export class Sum {
  total = 0
  count = 0
  low = Number.POSITIVE_INFINITY
  high = Number.NEGATIVE_INFINITY

  add(value: number): void {
    this.total += value
    this.count += 1
    if (value < this.low) this.low = value
    if (value > this.high) this.high = value
  }
}

export class ColumnProfile {
  readonly #counts = new Map<LookKind, number>(kinds.map((kind) => [kind, 0]))
  readonly #samples = new Map<LookKind, Sample[]>()
  /** Unit and scale as found in cells and formats → cells. */
  readonly #units = new Map<string, number>()
  #fractions = 0
  #overOne = 0
  #phones = 0
  #percentQuantities = 0
  #labels = 0
  #money = 0
  decimals = 0
  /** Of the rows since the last subtotal, and of all rows. */
  group = new Sum()
  readonly grand = new Sum()

  count(kind: LookKind): number {
    return this.#counts.get(kind) ?? 0
  }

  samples(kind: LookKind): readonly Sample[] {
    return this.#samples.get(kind) ?? []
  }

  /** Cells with something in them that says what the column is. */
  get filled(): number {
    let filled = 0
    for (const [kind, count] of this.#counts)
      if (kind !== 'blank' && kind !== 'mark' && kind !== 'error') filled += count
    return filled
  }

  /** Whether its sums are sums of all its cells. */
  get isPlain(): boolean {
    return this.count('number') > 0 && this.count('percent') + this.count('quantity') === 0
  }

  /** Begins a new group after a subtotal. */
  startGroup(): void {
    this.group = new Sum()
  }

  /** `look` is the look at this very cell. */
  add(look: Look, row: SheetRow, column: number): void {
    const { kind } = look
    this.#counts.set(kind, this.count(kind) + 1)
    if (kind === 'blank') return
    let samples = this.#samples.get(kind)
    if (!samples) this.#samples.set(kind, (samples = []))
    if (samples.length < mostSamples) samples.push({ row: row.row, text: shownText(row, column, look) })
    if (kind === 'number') this.#addNumber(look)
    else if (kind === 'quantity' && look.quantity) {
      const { percent, scale, unit, comparator } = look.quantity
      if (percent) this.#percentQuantities += 1
      else if (scale === 1 && comparator === undefined && isCounter(unit)) this.#labels += 1
    }
    if (look.unit !== '') this.#addUnit(look.unit, look.scale)
    if (look.money) this.#money += 1
  }

  #addNumber(look: Look): void {
    const { value, written } = look
    if (look.decimals > this.decimals) this.decimals = look.decimals
    if (look.decimals > 0 || !Number.isInteger(value)) this.#fractions += 1
    if (Math.abs(value) > 1) this.#overOne += 1
    if (written.length === 11 && /^1[3-9]\d{9}$/.test(written)) this.#phones += 1
    this.group.add(value)
    this.grand.add(value)
  }

  #addUnit(unit: string, scale: number): void {
    const key = `${unit} ${scale}`
    if (this.#units.size < 50 || this.#units.has(key)) this.#units.set(key, (this.#units.get(key) ?? 0) + 1)
  }

  /** The type by majority, and the unit: of the header, else of the cells, else of the table. */
  decide(header: HeaderUnit & { name: string }, tableUnit: HeaderUnit | undefined): ColumnDecision {
    const type = this.#mainType(header.name, header.unit)
    if (type !== 'numeric') return type === 'duration' ? this.#duration(header) : { type }
    const own = header.unit !== undefined || header.scale !== undefined ? header : this.#cellUnit()
    const named = own ?? (tableUnit && this.#takesTableUnit(header.name) ? tableUnit : undefined)
    return {
      type: this.#numericType(header.name, named?.unit ?? ''),
      ...(named?.unit ? { unit: named.unit } : {}),
      ...(named?.scale !== undefined && named.scale !== 1 ? { scale: named.scale } : {}),
    }
  }

  /** Whatever makes up half of what is filled in; text when nothing does. */
  #mainType(name: string, unit: string | undefined): ColumnType | 'numeric' {
    const numbers = this.count('number')
    const digits = this.count('digits')
    const numeric =
      numbers + this.count('percent') + this.count('quantity') - (this.#isLabelled(name) ? this.#labels : 0)
    const days = this.count('day') + this.count('moment')
    const { filled } = this
    if (filled === 0 || isNoteName(name)) return 'text'
    const named = isIdName(name) && numbers + digits === filled && this.#fractions === 0
    if (named || digits * 20 > numbers + digits || this.#phones * 10 > filled * 9) return 'text'
    if (numeric > 0 && numeric * 2 >= filled) return 'numeric'
    if (days > 0 && days * 2 >= filled) return this.count('moment') * 2 > days ? 'datetime' : 'date'
    if (this.count('boolean') * 2 >= filled) return 'boolean'
    const isSpan = isSpanName(name) || (unit !== undefined && isClockUnit(unit))
    return isSpan && this.count('clock') * 2 >= filled ? 'duration' : 'text'
  }

  /** 2组, 第3周: numbers behind a counter and nowhere a bare one are labels, unless the header asks how long or many. */
  #isLabelled(name: string): boolean {
    const bare = this.count('number') + this.count('percent') + this.count('quantity') > this.#labels
    return !bare && !/数|量|时长|时间|周期|耗时|number|count|duration|time/i.test(name)
  }

  #duration(header: HeaderUnit & { name: string }): ColumnDecision {
    if (header.unit !== undefined && isClockUnit(header.unit)) return { type: 'duration', unit: header.unit }
    return { type: 'duration', unit: /\p{Script=Han}/u.test(header.name) ? '分钟' : 'minutes' }
  }

  /** The unit that at least four of five numbers carry. */
  #cellUnit(): { unit?: string; scale?: number } | undefined {
    const most = [...this.#units].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])
    const numbers = this.count('number') + this.count('quantity')
    if (most[1] === 0 || most[1] * 5 < numbers * 4) return undefined
    const [unit = '', scale = '1'] = most[0].split(' ')
    return { unit, scale: Number(scale) }
  }

  /** 单位：万元 above a table means its amounts, not its rates, heads and dates. */
  #takesTableUnit(name: string): boolean {
    const other =
      /人数|户数|数量|次数|件数|天数|个数|序号|编号|年份?$|月份?$|名次|排名|\b(count|number|no|year|month|rank|qty|quantity)\b/i
    return this.count('percent') === 0 && !isRateName(name) && !other.test(name)
  }

  #numericType(name: string, unit: string): ColumnType {
    const percents = this.count('percent') + this.#percentQuantities
    const numbers = this.count('number')
    const all = numbers + this.count('percent') + this.count('quantity')
    if (unit === '%' || unit === '‰') return 'percent'
    if (percents > 0 && percents * 5 >= all * 4 && this.#overOne === 0) return 'percent'
    const ratios = percents === 0 && numbers === all && this.#overOne === 0 && this.#fractions > 0
    if (ratios && unit === '' && /(率|\brate)$/i.test(name)) return 'percent'
    if (isClockUnit(unit)) return 'duration'
    if (isCurrency(unit) || (this.#money > 0 && this.#money * 2 >= all)) return 'money'
    if (unit === '' && percents === 0 && isMoneyName(name)) return 'money'
    return numbers === all && this.#fractions === 0 ? 'integer' : 'number'
  }
}

interface HeaderUnit {
  unit?: string
  scale?: number
}

export interface ColumnDecision {
  type: ColumnType
  unit?: string
  scale?: number
}

const isNoteName = (name: string): boolean => /^(备注|说明|注释|remarks?|notes?|comments?)$/i.test(name)

const isIdName = (name: string): boolean =>
  /编号|编码|代码|号码|工号|学号|[账帐]号|卡号|单号|流水号|手机|电话|联系方式|身份证|证件|邮编|条码|ID$|\b(id|code|phone|mobile|tel|zip|postcode|sku|serial)( ?(no\.?|number))?$|\b(order|account|card) ?(no\.?|number)$/i.test(
    name,
  )

const isSpanName = (name: string): boolean =>
  /时长|耗时|用时|停留|duration|time (spent|on|per)|elapsed|length/i.test(name)

const isMoneyName = (name: string): boolean =>
  !isRateName(name) &&
  /(金额|成本|费用|花费|消耗|支出|收入|营收|销售额|交易额|成交额|利润|预算|GMV)$|\b(cost|costs|spend|revenue|sales|amount|budget|profit|expenses?|gmv)$/i.test(
    name,
  )
