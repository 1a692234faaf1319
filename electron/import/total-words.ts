// Recognises rows that sum up others by what they are called: 小计, 第1周小计, 合计, Grand total.

export interface TotalWord {
  why: 'subtotal' | 'total'
  /** Whether the word alone settles it. 投放成本合计 and Total cost may as well be the names of ordinary rows. */
  sure: boolean
  /** 平均 and the like stand at the foot of a table but are no sum. */
  sum: boolean
}

const exactTotal =
  /^(合计|总计|共计|总合计|总和|累计|汇总|全部合计|本页合计|total|totals|grandtotal|overalltotal|sum|overall)$/i
const exactMean = /^(平均|均值|平均值|平均数|average|avg|mean)$/i
const subtotal = /小计$|^小计|\bsub-?\s?totals?\b/i
const maybeTotal = /(合计|总计|共计|汇总)$|^(合计|总计|共计)|\btotals?\b/i

/** 同比 and the like below a total say something of it and are no rows of their own. */
const belowTotal =
  /^(同比|环比|同期|去年同期|上年同期|上月|上期|占比|增幅|增速|增长率|完成率|达成率)(增长|增减|变化)?(率|%)?$/

export const isBelowTotal = (label: string): boolean => belowTotal.test(label.replace(/[\s:：()（）]+/g, ''))

/** All words below have one of these; most labels have none. */
const anyWord = /[计总均汇]|total|sum|average|avg|mean|overall/i

/** What the label of a row says; undefined for an ordinary label. */
export function totalWord(label: string): TotalWord | undefined {
  if (label.length > 40 || !anyWord.test(label)) return undefined
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
