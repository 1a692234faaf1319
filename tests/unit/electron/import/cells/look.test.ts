// What single cells mean, in all the spellings of them that people use. Over 300 lines because every spelling is one.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Look, isWordy, lookAt, shownText } from '../../../../../electron/import/cells/look.ts'
import { SheetRow, text } from '../../../../../electron/import/cells/sheet-row.ts'
import { general } from '../../../../../electron/import/cells/number-format.ts'
import { parseDay, parseEitherDay, parseMoment, parsePeriod } from '../../../../../shared/numbers/dates.ts'
import { parseQuantity } from '../../../../../shared/numbers/parse.ts'
import { parseSpan } from '../../../../../shared/numbers/spans.ts'
import { isPlainText } from '../../../../../electron/import/cells/value-words.ts'
import { type ColumnCell, rowOf } from '../../../../support/columns.ts'

fc.configureGlobal({ seed: 1 })

const look = new Look()

/** What a look found, in one line. `csv`: the file does not tell texts from numbers. */
function meaning(cell: ColumnCell, csv = true): string {
  lookAt(rowOf(cell, csv), 0, look)
  const { kind, value, unit, iso, quantity } = look
  const seconds = String(Math.round(value * 86_400_000) / 1000)
  switch (kind) {
    case 'text':
      return look.isCode ? 'text (code)' : 'text'
    case 'number':
      return unit === '' ? `number ${value}` : `number ${value} ${unit}`
    case 'percent':
    case 'boolean':
    case 'answer':
      return `${kind} ${value}`
    case 'quantity':
    case 'numeral': {
      if (!quantity) return kind
      const { high, scale, comparator, approximate } = quantity
      const parts = [
        `${kind} ${value}${high === undefined ? '' : `…${high}`}`,
        quantity.unit,
        scale === 1 ? '' : `×${scale}`,
        comparator === 'range' ? '' : comparator,
        approximate ? '~' : '',
        look.isLabel ? '(label)' : '',
      ]
      return parts.filter((part) => part !== undefined && part !== '').join(' ')
    }
    case 'day':
    case 'moment':
      return [kind, iso, look.order, look.hasZone ? 'zone' : undefined]
        .filter((part) => part !== undefined)
        .join(' ')
    case 'period':
      return `${look.step} ${iso}`
    case 'either':
      return `either ${iso} ${look.dayFirst}`
    case 'clock':
    case 'span':
      return `${kind} ${seconds}`
    case 'blank':
    case 'mark':
    case 'digits':
    case 'error':
      return kind
  }
}

const groups: Readonly<Record<string, string>> = {
  'plain numbers, and names made of digits': String.raw`
    1234 → number 1234
    -5 → number -5
    +5 → number 5
    0 → number 0
    0.50 → number 0.5
    1,234 → number 1234
    1,234.50 → number 1234.5
    12,345,678 → number 12345678
    -1,234.5 → number -1234.5
    1 234 → number 1234
    1 234 567.8 → number 1234567.8
    1 234,5 → number 1234.5
    1.234,5 → number 1234.5
    1.234.567,89 → number 1234567.89
    .5 → number 0.5
    1.2E+05 → number 120000
    1.2e-05 → number 0.000012
    3.5E8 → number 350000000
    （1,234） → number -1234
    (123) → number -123
    (1,234.50) → number -1234.5
    −3.2 → number -3.2
    －3.2 → number -3.2
    １２３ → number 123
    １，２３４．５ → number 1234.5
    ２３．４％ → percent 0.234
    1,234.50- → number -1234.5
    999999999999999 → number 999999999999999
    1,23 → text
    1,2345 → text
    0,123 → text
    01,234 → text
    1.234.567 → text
    007 → digits
    00123 → digits
    1234567890123456 → digits
    12345678901234567890 → digits
    123,456,789,012,345,678 → digits
    11010119900307123X → text (code)
    110101199003071234 → digits
    13912345678 → number 13912345678
    +86 13912345678 → text
    138-1234-5678 → text
    0571-88886666 → text
    010-88886666 → text
    400-820-8820 → text
    192.168.1.1 → text
    1.2.3 → text
    v1.2 → text (code)
    2.0.1-rc1 → text (code)
    SKU-1024 → text (code)
    A03 → text (code)
    P03 → text (code)
    B1-205 → text (code)
    1-101 → quantity 1…101
    1E5 → text (code)
    12E4 → text (code)
    0x1F → text (code)
    1=2 → text
    =1+2 → text
    ="00123" → digits
    ="2026-03-01" → digits
    US12345 → text (code)
    ORD20260301001 → text (code)
  `,
  money: String.raw`
    ￥58 → number 58 元
    ¥58.00 → number 58 元
    ¥1,234.5 → number 1234.5 元
    -¥20 → number -20 元
    ¥-20 → number -20 元
    ¥(20) → number -20 元
    $3k → quantity 3000 USD ×1000
    $3.2m → quantity 3200000 USD ×1000000
    US$ 1,200 → number 1200 USD
    HK$100 → number 100 HKD
    €12.50 → number 12.5 EUR
    £9.99 → number 9.99 GBP
    RMB 1,200 → number 1200 RMB
    RMB1,200.00 → number 1200 RMB
    CNY 30.50 → number 30.5 CNY
    人民币1,200元 → quantity 1200 元
    港币100 → number 100 港元
    美元 50 → number 50 美元
    1200元 → quantity 1200 元
    1,200.50元 → quantity 1200.5 元
    1200元整 → quantity 1200 元
    100港币 → quantity 100 港元
    50美元 → quantity 50 美元
    50块 → quantity 50 块
    5角 → quantity 5 角
    ￥30/人 → quantity 30 元/人
  `,
  'scale words': String.raw`
    5.8万 → quantity 58000 ×10000
    5.8万元 → quantity 58000 元 ×10000
    12.3亿 → quantity 1230000000 ×100000000
    12.3亿元 → quantity 1230000000 元 ×100000000
    3千 → quantity 3000 ×1000
    3.5百万 → quantity 3500000 ×1000000
    2千万 → quantity 20000000 ×10000000
    1.2万亿 → quantity 1200000000000 ×1000000000000
    5.8w → quantity 58000 ×10000
    5.8W → quantity 58000 ×10000
    3k → quantity 3000 ×1000
    3K → quantity 3000 ×1000
    1.2M → quantity 1200000 ×1000000
    1.2bn → quantity 1200000000 ×1000000000
    4.3 million → quantity 4300000 ×1000000
    1.2 million CNY → quantity 1200000 CNY ×1000000
    3万5千 → quantity 35000 ×10000
    3万5000元 → quantity 35000 元 ×10000
    1亿2000万 → quantity 120000000 ×100000000
    1万2 → text
    一万二 → numeral 12000 ×10000
  `,
  'percentages and points': String.raw`
    45% → percent 0.45
    45.0 ％ → percent 0.45
    -3.2% → percent -0.032
    +5.2% → percent 0.052
    0.001% → percent 0.00001
    1,234% → percent 12.34
    (45%) → percent -0.45
    百分之四十五 → percent 0.45
    百分之45 → percent 0.45
    百分之四十五点五 → percent 0.455
    四成五 → percent 0.45
    3成 → percent 0.3
    三成 → percent 0.3
    3‰ → quantity 0.003 ‰
    千分之三 → numeral 0.003 ‰
    45 percent → percent 0.45
    45pct → percent 0.45
    ↑5% → percent 0.05
    5%↓ → percent -0.05
    ↓3.2% → percent -0.032
    5%% → text
    0.5个百分点 → quantity 0.005 百分点
    2.3pp → quantity 0.023 pp
    +2.3pp → quantity 0.023 pp
    15bp → quantity 0.0015 bp
    15bps → quantity 0.0015 bp
    5个点 → quantity 0.05 百分点
    3 percentage points → quantity 0.03 pp
  `,
  comparators: String.raw`
    ≤30元 → quantity 30 元 ≤
    <=30 → quantity 30 ≤
    ≥95% → quantity 0.95 % ≥
    >= 95% → quantity 0.95 % ≥
    <3天 → quantity 3 天 <
    ＜3天 → quantity 3 天 <
    >100 → quantity 100 >
    ＞100 → quantity 100 >
    大于等于5 → quantity 5 ≥
    小于或等于5 → quantity 5 ≤
    不低于60% → quantity 0.6 % ≥
    不超过30元 → quantity 30 元 ≤
    至少5 → quantity 5 ≥
    至多3天 → quantity 3 天 ≤
    最高50万 → quantity 500000 ×10000 ≤
    低于10% → quantity 0.1 % <
    不足10 → quantity 10 <
    超3亿 → quantity 300000000 ×100000000 >
    超过5000人 → quantity 5000 人 >
    突破1000万 → quantity 10000000 ×10000 >
    逾百万 → numeral 1000000 ×1000000 >
    未满18岁 → quantity 18 岁 <
    500+ → quantity 500 ≥
    500+家 → quantity 500 家 ≥
    10万+ → quantity 100000 ×10000 ≥
    10w+ → quantity 100000 ×10000 ≥
    500以上 → quantity 500 ≥
    500及以上 → quantity 500 ≥
    18岁以下 → quantity 18 岁 ≤
    3天内 → quantity 3 天 ≤
    30元以内 → quantity 30 元 ≤
    99元起 → quantity 99 元 ≥
    10万（含）以上 → quantity 100000 ×10000 ≥
    100万以上（含100万） → quantity 1000000 ×10000 ≥
    at least 95% → quantity 0.95 % ≥
    more than 100 → quantity 100 >
    up to 50 → quantity 50 ≤
    100 or more → quantity 100 ≥
    =5 → quantity 5 =
  `,
  ranges: String.raw`
    50-500元 → quantity 50…500 元
    50～500元 → quantity 50…500 元
    50~500 → quantity 50…500
    50—500元 → quantity 50…500 元
    50至500元 → quantity 50…500 元
    8%-12% → quantity 0.08…0.12 %
    5～95% → quantity 0.05…0.95 %
    50-60万 → quantity 500000…600000 ×10000
    18-24岁 → quantity 18…24 岁
    1-3月 → quantity 1…3 月 (label)
    2025-2026 → quantity 2025…2026 (label)
    5-3 → text
    10万-20万元 → quantity 100000…200000 元 ×10000
    -5~5 → quantity -5…5
    三百至五百元 → numeral 300…500 元
  `,
  'what the writer does not vouch for': String.raw`
    约1.2万 → quantity 12000 ×10000 ~
    约30 → quantity 30 ~
    近5000 → quantity 5000 ~
    将近五成 → numeral 0.5 % ~
    5000左右 → quantity 5000 ~
    100余人 → quantity 100 人 ~
    100多万 → quantity 1000000 ×10000 ~
    5000出头 → quantity 5000 ~
    ≈3.5 → quantity 3.5 ~
    ~500 → quantity 500 ~
    大约三百万 → numeral 3000000 ×10000 ~
    approx. 500 → quantity 500 ~
    控制在10%以内 → quantity 0.1 % ≤
    提升至5万 → quantity 50000 ×10000
    累计23万人 → quantity 230000 人 ×10000
  `,
  'Chinese numerals': String.raw`
    三十五 → numeral 35
    十二 → numeral 12
    一百零五 → numeral 105
    一千二百万 → numeral 12000000 ×10000
    一千二百万元 → numeral 12000000 元
    两万三 → numeral 23000 ×10000
    二百五 → numeral 250
    壹仟贰佰叁拾元整 → numeral 1230 元
    壹佰元伍角 → numeral 100.5 元
    三点五 → numeral 3.5
    负三 → numeral -3
    三十人 → numeral 30 人
    五天 → numeral 5 天
    三 → numeral 3
    一 → numeral 1
    〇 → numeral 0
    五一 → text
    三月 → text
    一组 → text
    二〇二六 → numeral 2026
    百万 → text
    万 → text
  `,
  units: String.raw`
    23人 → quantity 23 人
    12.5分钟 → quantity 12.5 分钟
    3.2km → quantity 3.2 km
    38.2分钟 → quantity 38.2 分钟
    90s → quantity 90 s
    2小时 → quantity 2 小时
    3天 → quantity 3 天
    4.8分 → quantity 4.8 分
    4.5星 → quantity 4.5 星 (label)
    100㎡ → quantity 100 m2
    36.5℃ → quantity 36.5 °C
    50kg → quantity 50 kg
    3.2 GB → quantity 3.2 GB
    20人次 → quantity 20 人次
    3倍 → quantity 3 倍
    2组 → quantity 2 组 (label)
    3周 → quantity 3 周 (label)
    5月 → quantity 5 月 (label)
    2024年 → year 2024-01-01
    2026年度 → year 2026-01-01
    12期 → quantity 12 期 (label)
    3号楼 → text
    2班 → text
    第3周 → text
    5级 → quantity 5 级 (label)
    8点 → quantity 8 点 (label)
  `,
  'ratios and fractions': String.raw`
    1:5.8 → quantity 5.8
    1:3 → quantity 3
    1：2.5 → quantity 2.5
    2:3 → text
    1/2 → text
    3/4 → text
    ½ → text
    10³ → text
    ① → text
    5² → text
  `,
  'marks and errors': String.raw`
    - → mark
    -- → mark
    — → mark
    —— → mark
    – → mark
    / → mark
    无 → mark
    N/A → mark
    n/a → mark
    NA → mark
    null → mark
    暂无 → mark
    不适用 → mark
    … → mark
    ...... → mark
    (空白) → mark
    #DIV/0! → error
    #REF! → error
    #VALUE! → error
    #N/A → mark
  `,
  'yes and no': String.raw`
    是 → answer 1
    否 → answer 0
    √ → answer 1
    × → answer 0
    Y → answer 1
    N → answer 0
    yes → answer 1
    No → answer 0
    TRUE → boolean 1
    false → boolean 0
    有 → text
    已付 → text
    男 → text
  `,
  days: String.raw`
    2026-03-01 → day 2026-03-01
    2026-3-1 → day 2026-03-01
    2026/3/1 → day 2026-03-01
    2026/03/01 → day 2026-03-01
    2026.3.1 → day 2026-03-01
    2026.03.01 → day 2026-03-01
    2026 - 3 - 1 → day 2026-03-01
    20260301 → number 20260301
    2026年3月1日 → day 2026-03-01
    2026年03月01日 → day 2026-03-01
    2026 年 3 月 1 日 → day 2026-03-01
    2026年3月1号 → day 2026-03-01
    2026年3月1日(周日) → day 2026-03-01
    2026年3月1日（星期日） → day 2026-03-01
    2026-03-01 周日 → day 2026-03-01
    周日 2026-03-01 → day 2026-03-01
    26年3月1日 → day 2026-03-01
    二〇二六年三月一日 → day 2026-03-01
    二零二六年十二月三十一日 → day 2026-12-31
    民国115年3月1日 → day 2026-03-01
    ２０２６年３月１日 → day 2026-03-01
    Mar 1, 2026 → day 2026-03-01
    March 1st, 2026 → day 2026-03-01
    1 March 2026 → day 2026-03-01
    1 Mar 2026 → day 2026-03-01
    01-Mar-26 → day 2026-03-01
    01-Mar-2026 → day 2026-03-01
    1st of March 2026 → day 2026-03-01
    Sunday, March 1, 2026 → day 2026-03-01
    2026 Mar 1 → day 2026-03-01
    2026-Mar-01 → day 2026-03-01
    Sep 5, 2026 → day 2026-09-05
    Sept 5, 2026 → day 2026-09-05
    2026-02-30 → text
    2026-13-01 → text
    3月1日 → text
    03-01 → text
    3/1 → text
    Mar 1 → text
    13/1/2026 → day 2026-01-13 day-first
    1/13/2026 → day 2026-01-13 month-first
    3/1/2026 → either 2026-03-01 2026-01-03
    3/3/2026 → day 2026-03-03
    3/1/26 → either 2026-03-01 2026-01-03
    3.1.2026 → either 2026-03-01 2026-01-03
    3-1-2026 → either 2026-03-01 2026-01-03
    13.1.2026 → day 2026-01-13 day-first
    13/13/2026 → text
  `,
  moments: String.raw`
    2026-03-01 09:30 → moment 2026-03-01T09:30:00
    2026-03-01 09:30:15 → moment 2026-03-01T09:30:15
    2026-03-01 09:30:15.123 → moment 2026-03-01T09:30:15
    2026/3/1 9:30 → moment 2026-03-01T09:30:00
    2026/3/1 0:00 → moment 2026-03-01T00:00:00
    2026年3月1日 9时30分 → moment 2026-03-01T09:30:00
    2026年3月1日9:30 → moment 2026-03-01T09:30:00
    2026年3月1日 上午9:30 → moment 2026-03-01T09:30:00
    2026年3月1日下午3点半 → moment 2026-03-01T15:30:00
    2026-03-01 下午 3:05 → moment 2026-03-01T15:05:00
    2026-03-01T09:30 → moment 2026-03-01T09:30:00
    2026-03-01T09:30:00Z → moment 2026-03-01T09:30:00 zone
    2026-03-01T09:30:00+08:00 → moment 2026-03-01T09:30:00 zone
    2026-03-01 09:30:15 +0800 → moment 2026-03-01T09:30:15 zone
    2026-03-01 12:05 AM → moment 2026-03-01T00:05:00
    2026-03-01 12:05 PM → moment 2026-03-01T12:05:00
    Mar 1, 2026 9:30 PM → moment 2026-03-01T21:30:00
    3/1/2026 9:30 PM → either 2026-03-01T21:30:00 2026-01-03T21:30:00
    13/1/2026 09:30 → moment 2026-01-13T09:30:00 day-first
    2026-03-01 24:00 → text
    20260301093015 → number 20260301093015
  `,
  periods: String.raw`
    2026Q3 → quarter 2026-07-01
    2026-Q3 → quarter 2026-07-01
    2026年Q3 → quarter 2026-07-01
    Q3 2026 → quarter 2026-07-01
    2026年第三季度 → quarter 2026-07-01
    2026年三季度 → quarter 2026-07-01
    2026年3季度 → quarter 2026-07-01
    三季度 2026 → quarter 2026-07-01
    Q3 → text (code)
    第三季度 → text
    2026年第28周 → week 2026-07-06
    2026-W28 → week 2026-07-06
    2026W28 → week 2026-07-06
    2026年28周 → week 2026-07-06
    Week 28, 2026 → week 2026-07-06
    W28 → text (code)
    第28周 → text
    2026-W54 → text (code)
    2026年上半年 → half 2026-01-01
    2026年下半年 → half 2026-07-01
    2026H1 → half 2026-01-01
    H2 2026 → half 2026-07-01
    上半年 → text
    2026-03 → month 2026-03-01
    2026/3 → month 2026-03-01
    2026年3月 → month 2026-03-01
    2026年03月 → month 2026-03-01
    2026年3月份 → month 2026-03-01
    二〇二六年三月 → month 2026-03-01
    Mar 2026 → month 2026-03-01
    March 2026 → month 2026-03-01
    Mar-26 → month 2026-03-01
    Mar'26 → month 2026-03-01
    2026-13 → text
    2026.03 → number 2026.03
    202603 → number 202603
    2026年 → year 2026-01-01
    2026 → number 2026
    FY2026 → text (code)
    2026财年 → text
  `,
  'clocks and spans of time': String.raw`
    9:30 → clock 34200
    09:30:15 → clock 34215
    上午9:30 → text
    1:05:00 → clock 3900
    36:00:00 → clock 129600
    00:01:30 → clock 90
    9：30 → clock 34200
    1小时05分 → span 3900
    1小时零5分 → span 3900
    2天3小时 → span 183600
    1h 30m → span 5400
    1h30min → span 5400
    3分20秒 → span 200
    2 days 03:04:05 → span 183845
    1 day, 2:03:04 → span 93784
    1小时5 → text
  `,
  words: String.raw`
    渠道3 → text
    抖音 → text
    华东区 → text
    第一名 → text
    大区 → text
    高新区 → text
    一等奖 → text
    三年级二班 → text
    5G套餐 → text
    3M胶带 → text
    7天无理由 → text
    24小时便利店 → text
    2026款 → quantity 2026 款
    100%棉 → text
    iPhone 15 → text
    COVID-19 → text (code)
    A股 → text
    H1N1 → text (code)
    May → text
    Mark → text
    Jan → text
    12月会员日 → text
    限时5折 → text
    约定 → text
    不错 → text
    近期 → text
    多云 → text
    负责人：王琳 → text
    人民路12号 → text
    欧莱雅 → text
    http://a.com/1 → text
    a@b.com → text
    {"a":1} → text
  `,
}

const spellings = Object.entries(groups).flatMap(([group, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [spelling = '', expected = ''] = line.trim().split(' → ')
      return { group, spelling, expected }
    }),
)

describe('a cell of separated text', () => {
  it.each(spellings)('$group: $spelling', ({ spelling, expected }) => {
    expect(meaning(spelling)).toBe(expected)
  })

  it('means the same with white space around it', () => {
    for (const { spelling, expected } of spellings) expect(meaning(` \t${spelling}\u3000`)).toBe(expected)
  })

  it('is blank without anything in it', () => {
    expect(['', ' ', '\u3000\u00a0', '\ufeff'].map((cell) => meaning(cell))).toEqual(Array(4).fill('blank'))
  })

  it('keeps its text as it stands', () => {
    for (const { spelling } of spellings) {
      if (spelling.startsWith('="')) continue
      const row = rowOf(` ${spelling} `, true)
      lookAt(row, 0, look)
      expect(shownText(row, 0, look)).toBe(spelling)
    }
    expect(meaning('="00123"')).toBe('digits')
    expect(look.written).toBe('00123')
  })
})

describe('a cell of a workbook', () => {
  it.each<[ColumnCell, string]>([
    [58_000, 'number 58000'],
    [{ value: 0.45, format: '0%' }, 'percent 0.45'],
    [{ value: 46_082, format: 'yyyy-mm-dd' }, 'day 2026-03-01'],
    [{ value: 46_082.5, format: 'yyyy-mm-dd hh:mm' }, 'moment 2026-03-01T12:00:00'],
    [{ value: 46_082, format: 'yyyy"年"m"月"' }, 'day 2026-03-01'],
    [{ value: 0.375, format: 'h:mm' }, 'clock 32400'],
    [{ value: 1.5, format: '[h]:mm' }, 'clock 129600'],
    [{ value: 58, format: '"¥"#,##0.00' }, 'number 58 元'],
    [{ value: -1, format: 'yyyy-mm-dd' }, 'number -1'],
    [true, 'boolean 1'],
    [{ error: '#DIV/0!' }, 'error'],
    // Digits stored as text are meant as text where there are as many as identifiers have.
    ['13912345678', 'digits'],
    ['3150', 'number 3150'],
    ['00123', 'digits'],
    ['45%', 'percent 0.45'],
  ])('%j is %s', (cell, expected) => {
    expect(meaning(cell, false)).toBe(expected)
  })

  it('says what it has from its format', () => {
    const isByFormat = (cell: ColumnCell): boolean => {
      lookAt(rowOf(cell, false), 0, look)
      return look.byFormat
    }
    expect(isByFormat({ value: 0.45, format: '0%' })).toBe(true)
    expect(isByFormat({ value: 5.8, format: '0.0"万元"' })).toBe(true)
    expect(isByFormat({ value: 46_082, format: 'yyyy/m/d' })).toBe(true)
    expect(isByFormat({ value: 5.8, format: '#,##0.00' })).toBe(false)
    expect(isByFormat('45%')).toBe(false)
  })

  it('is a month when its format shows no day and it is the first', () => {
    const stepOf = (value: number): string => {
      lookAt(rowOf({ value, format: 'yyyy"年"m"月"' }, false), 0, look)
      return look.step
    }
    expect([stepOf(46_082), stepOf(46_090)]).toEqual(['month', 'day'])
  })
})

const fragments = [
  ...'0123456789.,-+~%％‰/:：()（）年月日号时分秒周季度万亿千百十元¥$€≤≥<>约近超以上下内起至到个点成第半 TZQHWapm',
  '一',
  '二',
  '零',
  '〇',
  '两',
  '壹',
  '百分之',
  'Mar ',
  '2026',
  'RMB',
  ' to ',
  '\u00a0',
  '\u3000',
  '１',
  '²',
  '😀',
  '\r\n',
]

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: fc.constantFrom(...fragments), maxLength: 24 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )

  it('is looked at without a failure, and its number is one', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (cell, csv) => {
        lookAt(rowOf(cell, csv), 0, look)
        if (!isWordy(look.kind)) expect(Number.isFinite(look.value)).toBe(true)
        if (look.kind === 'day') expect(new Date(look.iso).toISOString().slice(0, 10)).toBe(look.iso)
      }),
      { numRuns: 3000 },
    )
  })

  it('is plain by its bytes only if it is nothing but text', () => {
    const encoder = new TextEncoder()
    const words = fc.constantFrom(...spellings.map(({ spelling }) => spelling))
    fc.assert(
      fc.property(fc.oneof(words, anyText), (cell) => {
        const trimmed = cell.trim()
        const bytes = encoder.encode(`抖${trimmed}`)
        if (trimmed !== '' && isPlainText(bytes, 3, bytes.length)) expect(meaning(trimmed)).toBe('text')
      }),
      { numRuns: 3000 },
    )
    const isPlain = (cell: string): boolean => {
      const bytes = encoder.encode(cell)
      return isPlainText(bytes, 0, bytes.length)
    }
    const plain = ['抖音', '小红书', '渠道3', '华东区', 'Organic search', '大学生专场活动', '😀']
    expect(plain.filter((cell) => !isPlain(cell))).toEqual([])
    expect(['无', '是', '约5万', '三百', 'Mar 1, 2026', '2026', 'N/A', '不适用'].filter(isPlain)).toEqual([])
  })

  it('is text only if no reader of values reads it', () => {
    const oneOf = (words: string) => fc.constantFrom(...words.split('|'))
    const front = oneOf(
      'Mar |March |Sept |c. |ca.|USD |RM |A$|S$|HK$|MOP$|US$|CN¥|RMB¥|W|H|Q|Week |over |up to |max |minimum |' +
        'no more than |not less than |approx.|approximately |about |around |at most |Thursday, |tues |circa |' +
        'fewer than |约|大于|小于等于|不足|高于|累计|控制在|人民币|新台币|超|起码|等于|负||≥|(|-|¥|民国|百分之|最高:',
    )
    const middle = oneOf('1|30|2026|3.5|1,200|三|三百|百万|1, 2026|1 2026|115年3月1日')
    const behind = oneOf('|%|万|k|元|)| 2026|+|以上|左右|-2026| 9:30')
    const readers = [parseQuantity, parseDay, parseMoment, parsePeriod, parseEitherDay, parseSpan]
    fc.assert(
      fc.property(front, middle, behind, (...parts) => {
        const cell = parts.join('').trim()
        // Over 三百 in two languages is left alone.
        if (/^[a-z]\D*$/i.test(cell)) return
        if (readers.some((read) => read(cell) !== undefined)) expect(meaning(cell)).not.toMatch(/^text/)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes no longer than its length asks', () => {
    const length = 100_000
    const long = [
      ...'19.,-+ (~约三万a年:￥%',
      '1,',
      '1-',
      '2026-',
      '3/',
      '年1',
      '一二',
      '(1',
      '1 ',
      '+ 1',
      'a1',
      '="',
      '/ ',
    ].map((unit) => unit.repeat(length / unit.length))
    const timeOf = (cells: readonly string[]): number => {
      const began = performance.now()
      for (const cell of cells) meaning(cell)
      return performance.now() - began
    }
    timeOf(long)
    // Quadratic would be seconds each.
    expect(timeOf(long)).toBeLessThan(500)
    expect(long.map((cell) => meaning(cell)).filter((kind) => !/^(text|digits|blank)$/.test(kind))).toEqual(
      [],
    )
  })

  it('keeps all its digits when there are more than a number holds', () => {
    const digits = '9'.repeat(100_000)
    const row = new SheetRow()
    row.start(1)
    row.fields = 1
    row.set(0, text, 0, digits, general)
    lookAt(row, 0, look)
    expect([look.kind, look.written]).toEqual(['digits', digits])
  })
})
