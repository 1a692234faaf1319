// The units people write behind numbers and in headers, and the words that scale them: 万元, (CNY), 时长/分钟.
// It knows a closed list and leaves every other word alone: 转化率(注册) has no unit.

/** A bare unit and what one step of the number is worth: 万元 → 元 and 10000. */
export interface Unit {
  unit: string
  scale: number
}

const words = (list: string): string[] => list.trim().split(/\s+/)

/** Lines of a kept form and its spellings, as a map from spelling to kept form. */
const spelled = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .map(words)
      .flatMap(([kept = '', ...spellings]) =>
        spellings.map((spelling): [string, string] => [spelling, kept]),
      ),
  )

const scales = spelled(`
  1e1 十
  1e2 百
  1e3 千 k thousand thousands
  1e4 万 萬 w
  1e5 十万
  1e6 百万 mn mio million millions
  1e7 千万
  1e8 亿 億
  1e9 十亿 bn billion billions
  1e10 百亿
  1e11 千亿
  1e12 万亿 trillion trillions
`)

/**
 * What a scale word is worth: 万 → 10000, k → 1000, million → 1000000; undefined for any other word.
 * A small `m` is a metre or a month, so only the capital one is a million; the same holds for `B`.
 */
export function scaleOf(word: string): number | undefined {
  const key = word.trim()
  if (key === 'M') return 1e6
  if (key === 'B') return 1e9
  const worth = scales.get(key.toLowerCase())
  return worth === undefined ? undefined : Number(worth)
}

const currencies = spelled(`
  元 ¥ ￥ 元 圆 元整 元正 块钱 人民币 人民币元 元人民币
  角 角
  RMB rmb
  CNY cny yuan
  美元 美元 美金
  USD usd us$ $ dollar dollars
  欧元 欧元
  EUR eur € euro euros
  英镑 英镑
  GBP gbp £
  日元 日元 日币
  JPY jpy
  港元 港元 港币
  HKD hkd hk$
  台币 台币 新台币
  TWD twd nt$
  韩元 韩元 韩币
  KRW krw ₩
  SGD sgd s$ 新加坡元 新币
  AUD aud a$ 澳元 澳币
  CAD cad c$ 加元 加币
  MOP mop mop$ 澳门元 澳门币
  CHF chf 瑞士法郎 瑞郎
  INR inr ₹ 卢比
  THB thb ฿ 泰铢
  RUB rub ₽ 卢布
  VND vnd ₫ 越南盾
  MYR myr rm 林吉特 马币
`)

/** Two names of one currency, by the one that is counted as the other. */
const sameMoney = new Map(
  Object.entries({
    RMB: '元',
    CNY: '元',
    美元: 'USD',
    港元: 'HKD',
    欧元: 'EUR',
    英镑: 'GBP',
    日元: 'JPY',
    台币: 'TWD',
    韩元: 'KRW',
  }),
)

const clock = words(`
  毫秒 秒 秒钟 分钟 小时 时
  ms s sec secs second seconds min mins minute minutes h hr hrs hour hours
`)
const counters = words(`
  天 日 周 个月 月 季度 年 days day d weeks week months month years year yr
  人 人次 人天 位 名 个 只 次 回 件 条 单 笔 台 套 部 辆 家 户 张 份 篇 本 场 项 款 批 枚 瓶 盒 箱 包 袋 支 根 块
  例 起 宗 首 幅 道 头 棵 株 杯 顿 床 车 趟 架次 场次 车次 台次 件次 人日 人月 人年 工时 工日 学分
  股 座 间 栋 门 集 帧 步 岁 席 轮 组 期 课 课时 学时 节 页 字 行 倍 分 星 级 度 点 票 赞 用户 客户 会员 粉丝
  people person persons ppl user users customer customers member members times time x item items piece pieces
  pc pcs unit units order orders click clicks view views visit visits point points pt pts score star stars
  session sessions lead leads ticket tickets store stores post posts page pages hit hits download downloads
`)
const measures = words(`
  千克 公斤 斤 克 毫克 吨 公里 千米 里 米 厘米 毫米 平方米 平米 平方公里 亩 公顷 立方米 升 毫升 千瓦时 度电 千瓦 瓦
  kg g mg t ton tons km m cm mm ㎡ m² m2 m³ m3 ha l ml kwh kw kb mb gb tb ℃ °c pv uv
`)
const ratios = spelled(`
  % % ％ percent pct
  ‰ ‰
  bp bp bps
  百分点 百分点 个百分点 个点
  pp pp ppt p.p. percentage·point percentage·points
`)

/** Words that tell a place in an order as often as a number: 2组, 3周, 5月, 2024年. */
const ordinals = new Set(
  words(`
  日 周 月 季度 年 组 期 级 星 节 页 行 轮 步 度 点 时 集 课 门 栋 座 层 号 班 届 章
  week month year day
`),
)

const clockWords = new Set(clock)
const measureWords = new Set(measures)
const plainWords = new Set([...clock, ...counters, ...measures])

/** 元, 美元, CNY, $ …: whether a bare unit is money. A price per something (元/人) is money too. */
export function isCurrency(unit: string): boolean {
  const [head = ''] = unit.split('/')
  return currencies.has(head.trim().toLowerCase())
}

/** Seconds, minutes, hours: whether a bare unit counts time by the clock. */
export const isClockUnit = (unit: string): boolean => clockWords.has(unit.toLowerCase())

/**
 * What an amount in a unit may be added to: its currency, however it is called, or its measure (km, 千克, ml). Undefined
 * for counters, percentages and the like.
 */
export function addableTo(unit: string): string | undefined {
  if (measureWords.has(unit.toLowerCase())) return unit.toLowerCase()
  const [head = ''] = unit.split('/')
  return isCurrency(unit) ? (sameMoney.get(head) ?? head) : undefined
}

/** 组, 周, 月, 级 …: units that may as well make a label (2组, 第3周) as a quantity. */
export const isOrdinal = (unit: string): boolean => ordinals.has(unit.toLowerCase())

/** A word of the closed list as it is kept, or undefined. */
function knownUnit(word: string): string | undefined {
  const lower = word.toLowerCase()
  const kept = currencies.get(lower) ?? ratios.get(lower.replace(' ', '·'))
  if (kept !== undefined) return kept
  if (plainWords.has(lower)) return word
  const slash = /^([^/]+)\s*\/\s*([^/]+)$/.exec(word) ?? /^(\S+) per (\S+)$/i.exec(word)
  if (slash?.[1] && slash[2]) {
    const over = knownUnit(slash[1].trim())
    const under =
      knownUnit(slash[2].trim()) ??
      (/^(千次|次曝光|千次曝光|人均|注册|首单|新客)$/.test(slash[2]) ? slash[2] : undefined)
    return over !== undefined && under !== undefined ? `${over}/${under}` : undefined
  }
  return undefined
}

/**
 * Reads a unit standing alone, as in a column 单位 or in brackets: 万人 → 人 × 10000, 元/人, % , $k, '000 units.
 * Undefined when it is not one that is known.
 */
export function parseUnit(text: string): Unit | undefined {
  const word = text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(单位|units?)\s*:\s*/i, '')
  if (word === '' || word.length > 24) return undefined
  const bare = scaleOf(word)
  if (bare !== undefined) return { unit: '', scale: bare }
  const whole = knownUnit(word)
  if (whole !== undefined) return { unit: whole, scale: 1 }
  const zeros = /^(.*?)\s*'?000s?\s*(.*)$/.exec(word)
  if (zeros && (word.includes("'") || zeros[1] !== '')) {
    const rest = `${zeros[1]}${zeros[2]}`.trim()
    const unit = rest === '' ? '' : knownUnit(rest)
    return unit === undefined ? undefined : { unit, scale: 1e3 }
  }
  return scaledFront(word) ?? scaledBack(word)
}

/** 万人, 百万元, thousand people, k users. The longest scale word wins: 万亿元 is not 万 of 亿元. */
function scaledFront(word: string): Unit | undefined {
  const front =
    /^(万亿|十万|百万|千万|十亿|百亿|千亿|[十百千万萬亿億]|[a-z]+(?= )|[kM](?=[^a-z]))\s*(.+)$/i.exec(word)
  const scale = front?.[1] && scaleOf(front[1])
  const unit = front?.[2] === undefined ? undefined : knownUnit(front[2])
  return scale && unit ? { unit, scale } : undefined
}

/** $k, $m, CNY million, USD mn. Behind a currency even a small m is a million. */
function scaledBack(word: string): Unit | undefined {
  const back = /^([a-z]{3}|[a-z]{0,2}[$¥€£])\s*([a-z]+)$/i.exec(word)
  const unit = back?.[1] && currencies.get(back[1].toLowerCase())
  const scale = back?.[2] && scaleOf(back[2] === 'm' ? 'M' : back[2])
  return unit && scale ? { unit, scale } : undefined
}

/** A column's name without its unit; only a scale when that is all there is, as in 曝光(万). */
export interface HeaderWords {
  name: string
  unit?: string
  scale?: number
}

const named = (name: string, unit: Unit): HeaderWords => ({
  name,
  ...(unit.unit === '' ? {} : { unit: unit.unit }),
  ...(unit.scale === 1 ? {} : { scale: unit.scale }),
})

/** Units that a header may name without brackets around them: money, percentages, and what has a scale word. */
const isTelling = ({ unit, scale }: Unit): boolean =>
  scale !== 1 || isCurrency(unit) || unit === '%' || unit === '‰'

/** 金额（含税，万元）: the one part of what is in the brackets that is a unit, and the rest of it. */
function unitAmong(text: string): { unit: Unit; rest: string } | undefined {
  const parts = text.split(/\s*[,，;；]\s*/)
  const units = parts.map((part) => parseUnit(part))
  const at = units.findIndex((unit) => unit !== undefined)
  const unit = units[at]
  return unit && !units.some((other, index) => other !== undefined && index !== at)
    ? { unit, rest: parts.filter((_, index) => index !== at).join('，') }
    : undefined
}

/**
 * Takes the unit off a header: 成本(元) → 成本 in 元, 金额（万元） → 金额 in 元 × 10000, 时长/分钟, 占比%, Cost (CNY),
 * Revenue, $k, cost_usd. Brackets that hold no known unit stay in the name.
 */
export function parseHeader(text: string): HeaderWords {
  const name = text.replace(/\s+/g, ' ').trim()
  if (name.length > mostHeader) return { name }
  return inBrackets(name) ?? behindMark(name) ?? { name }
}

/** Longer headers are sentences. */
const mostHeader = 200

function inBrackets(name: string): HeaderWords | undefined {
  const last = /^(.+?)\s*[(（[【〔]\s*([^()（）[\]【】〔〕]+?)\s*[)）\]】〕]$/.exec(name)
  if (last?.[1] && last[2]) {
    const found = unitAmong(last[2])
    if (found) return named(found.rest === '' ? last[1] : `${last[1]}（${found.rest}）`, found.unit)
  }
  const first = /^[(（[【〔]\s*([^()（）[\]【】〔〕]+?)\s*[)）\]】〕]\s*(.+)$/.exec(name)
  const unit = first?.[1] && parseUnit(first[1])
  return unit && first[2] && isTelling(unit) ? named(first[2], unit) : undefined
}

function behindMark(name: string): HeaderWords | undefined {
  const percent = /^(.*[^\s\d.%％(（])\s*[%％]$/.exec(name)
  if (percent?.[1]) return named(percent[1], { unit: '%', scale: 1 })
  const comma = /^(.+?)\s*[,，:：]\s*([^,，:：]+)$/.exec(name) ?? /^(.+?)[ _-]([^\s_-]+)$/.exec(name)
  if (comma?.[1] && comma[2]) {
    const unit = parseUnit(comma[2])
    if (unit && isTelling(unit) && (unit.unit !== '' || /[,，:：]/.test(name))) return named(comma[1], unit)
  }
  const slash = /^(.+?)\s*[/／]\s*([^/／]+)$/.exec(name)
  if (!slash?.[1] || !slash[2] || knownUnit(slash[1]) !== undefined) return undefined
  const unit = parseUnit(slash[2])
  const isTime = unit && isClockUnit(unit.unit) && /时长|时间|耗时|用时|duration|time$/i.test(slash[1])
  const isMeasured = unit && (/[万亿]/.test(slash[2]) || isCurrency(unit.unit) || unit.unit === '%' || isTime)
  return isMeasured ? named(slash[1], unit) : undefined
}
