// Recognises rows that sum up others by what they are called: 小计, 第1周小计, 合计, Grand total.
// Nearly every row is none: whether a cell could say so at all is told from its bytes, without making it a string.

import type { SheetRow } from '../cells/sheet-row.ts'

export interface TotalWord {
  why: 'subtotal' | 'total'
  /** Whether the word alone settles it. 投放成本合计 and Total cost may as well be the names of ordinary rows. */
  sure: boolean
  /** 平均 and the like stand at the foot of a table but are no sum. */
  sum: boolean
}

const exactTotal =
  /^(合计|总计|共计|总合计|总和|累计|汇总|全部合计|本页合计|total|totals|grandtotal|overalltotal|sum|overall)$/i
const exactMean = /^([日周月季年人店]?平?均[值数]?|average|avg|mean)$/i
const subtotal = /小计$|^小计|\bsub-?\s?totals?\b/i
const maybeTotal = /(合计|总计|共计|汇总)$|^(合计|总计|共计)|\btotals?\b/i

/** 同比 and the like below a total say something of it and are no rows of their own. */
const belowTotal =
  /^(同比|环比|同期|去年同期|上年同期|上月|上期|占比|增幅|增速|增长率|完成率|达成率)(增长|增减|变化)?(率|%)?$/

export const isBelowTotal = (label: string): boolean => belowTotal.test(label.replace(/[\s:：()（）]+/g, ''))

const mostCharacters = 40
/** All words above have one of these; most labels have none. */
const anyWord = /[计总均汇]|total|sum|average|avg|mean|overall/i

/** Bytes of the shared strings that are remembered, by their numbers: 1 could be a total, 2 is none. */
const mostRemembered = 1 << 20

/** Whether texts of cells could name a total. Remembers the shared strings that it has seen. */
export class TotalHints {
  #seen = new Uint8Array(256)

  /** Whether `totalWord` may find something in a cell of text. False is certain. */
  maybe(row: SheetRow, column: number): boolean {
    const ref = row.ref(column)
    if (ref < 0 || ref >= mostRemembered) return hasHint(row, column)
    if (ref >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(ref + 1, this.#seen.length * 2))
      larger.set(this.#seen)
      this.#seen = larger
    }
    const seen = this.#seen[ref]
    if (seen) return seen === 1
    const has = hasHint(row, column)
    this.#seen[ref] = has ? 1 : 2
    return has
  }
}

function hasHint(row: SheetRow, column: number): boolean {
  const bytes = row.bytes(column)
  if (!bytes) return anyWord.test(row.text(column).slice(0, mostCharacters + 1))
  const start = row.startOf(column)
  const end = row.endOf(column)
  const length = end - start
  // No character takes more than four bytes of UTF-8.
  if (length < 2 || length > mostCharacters * 4) return false
  if (isDigit(bytes[start] ?? 0) && isDigit(bytes[end - 1] ?? 0)) return false
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    // 计 E8 AE A1, 总 E6 80 BB, 均 E5 9D 87, 汇 E6 B1 87
    if (byte >= 0xe5 && byte <= 0xe8) {
      const next = bytes[at + 1]
      if (next === 0xae || next === 0x80 || next === 0x9d || next === 0xb1) {
        const last = bytes[at + 2]
        if (last === 0xa1 || last === 0xbb || last === 0x87) return true
      }
      at += 2
    } else if (byte < 0x80) {
      const lower = byte | 0x20
      // total, sum, average, avg, mean, overall
      if (
        (lower === 0x74 && is(bytes, at + 1, 0x6f, 0x74)) ||
        (lower === 0x73 && is(bytes, at + 1, 0x75, 0x6d))
      )
        return true
      if (lower === 0x61 && (is(bytes, at + 1, 0x76, 0x65) || is(bytes, at + 1, 0x76, 0x67))) return true
      if (
        (lower === 0x6d && is(bytes, at + 1, 0x65, 0x61)) ||
        (lower === 0x6f && is(bytes, at + 1, 0x76, 0x65))
      )
        return true
    }
  }
  return false
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Whether two letters stand at a place, small or capital. */
const is = (bytes: Uint8Array, at: number, one: number, two: number): boolean =>
  ((bytes[at] ?? 0) | 0x20) === one && ((bytes[at + 1] ?? 0) | 0x20) === two

/** What the label of a row says; undefined for an ordinary label. */
export function totalWord(label: string): TotalWord | undefined {
  if (label.length > mostCharacters || !anyWord.test(label)) return undefined
  const bare = label.replace(/[\s:：()（）【】[\]*]+/g, '')
  if (exactTotal.test(bare)) return { why: 'total', sure: true, sum: true }
  if (exactMean.test(bare)) return { why: 'total', sure: true, sum: false }
  const word = label.trim()
  if (subtotal.test(word) || /^subtotal$/i.test(bare)) return { why: 'subtotal', sure: true, sum: true }
  return maybeTotal.test(word) ? { why: 'total', sure: false, sum: true } : undefined
}

/** Names of columns whose values are not added up: rates, averages, prices. */
export const isRateName = (name: string): boolean =>
  /率|占比|比例|比重|平均|均值|人均|日均|单价|均价|客单|排名|名次|指数|评分|得分|\b(rate|ratio|share|average|avg|mean|per|price|rank|score|index|ctr|cvr|roi|cpc|cpm|cpa|cac|arpu)\b|%/i.test(
    name,
  )
