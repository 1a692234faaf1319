import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureComparisons, suggestFigures } from '../../../../../shared/metrics/index.ts'
import type { ComparisonKind, ComparisonOf } from '../../../../../shared/model/comparison.ts'
import type { Expression, Figure } from '../../../../../shared/model/figure.ts'
import type { Language } from '../../../../../shared/model/language.ts'
import { Suggestion, type SuggestionReason } from '../../../../../shared/model/suggestion.ts'
import type { CellValue, Column } from '../../../../../shared/model/table.ts'
import { keyOfDay } from '../../../../../shared/numbers/periods.ts'
import { dailySheet, goalsSheet, statesOf } from '../../../../support/sample-sheets.ts'
import { type Sheet, type SheetColumn, sheetOf } from '../../../../support/sheet.ts'

const text = (name: string): SheetColumn => ({ name, type: 'text' })
const count = (name: string, unit?: string): SheetColumn => ({ name, type: 'integer', ...(unit && { unit }) })
const rate = (name: string): SheetColumn => ({ name, type: 'percent' })
const money = (name: string): SheetColumn => ({ name, type: 'money', unit: '元' })
const day = (name: string, step?: Column['step']): SheetColumn => ({
  name,
  type: 'date',
  ...(step && { step }),
})
const table = (
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
  file = '表.xlsx',
): Sheet => sheetOf(file, columns, rows)

function suggested(sheets: readonly Sheet[], language: Language = 'zh-CN'): Suggestion[] {
  const found = suggestFigures(
    sheets.map(({ profile }) => profile),
    language,
  )
  for (const suggestion of found) isWhole(suggestion)
  return found
}

/** It holds what it stands on, its texts are there, and the model takes it. */
function isWhole(suggestion: Suggestion): void {
  Suggestion.parse(suggestion)
  const ids = new Set<string>(suggestion.figures.map(({ id }) => id))
  expect(ids.size).toBe(suggestion.figures.length)
  const needed = [
    ...suggestion.goals.map(({ figure }) => figure),
    ...suggestion.comparisons.flatMap((comparison) => JSON.stringify(comparison).match(/f-[a-z0-9]+/g) ?? []),
    ...suggestion.figures.flatMap(({ origin }) =>
      origin.kind === 'formula' ? operandsOf(origin.expression) : [],
    ),
  ]
  expect(needed.filter((id) => !ids.has(id))).toEqual([])
  expect(suggestion.name).not.toBe('')
  expect(suggestion.why).not.toBe('')
  expect(`${suggestion.name}${suggestion.why}`).not.toMatch(/undefined|NaN|\[object/)
}

function operandsOf(expression: Expression): string[] {
  if ('figure' in expression) return [expression.figure]
  if ('operator' in expression) return [...operandsOf(expression.left), ...operandsOf(expression.right)]
  if ('negative' in expression) return operandsOf(expression.negative)
  return 'call' in expression ? expression.arguments.flatMap(operandsOf) : []
}

const reasonsOf = (suggestions: readonly Suggestion[]): SuggestionReason[] =>
  suggestions.map(({ reason }) => reason)

function only(suggestions: readonly Suggestion[], reason: SuggestionReason): Suggestion {
  const found = suggestions.find((suggestion) => suggestion.reason === reason)
  if (!found) throw new Error(`no ${reason} among ${reasonsOf(suggestions).join(' ')}`)
  return found
}

function comparisonIn<K extends ComparisonKind>({ comparisons }: Suggestion, kind: K): ComparisonOf<K> {
  const found = comparisons.find((comparison): comparison is ComparisonOf<K> => comparison.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

const nameIn = ({ figures }: Suggestion, id: string | null): string | undefined =>
  figures.find((figure) => figure.id === id)?.name

describe('the samples', () => {
  test.each(['zh-CN', 'en'] as const)(
    'give the goals first and then all that a daily report has, in %s',
    (language) => {
      const found = suggested([dailySheet(language), goalsSheet(language)], language)
      expect(reasonsOf(found)).toEqual([
        'goal-table',
        'totals',
        'rate-of-columns',
        'rate-of-columns',
        'cost-per-result',
        'peak-and-average',
        'parts-by-column',
        'periods',
        'shrinking-steps',
        'growth',
        'contribution',
      ])
      expect(only(found, 'goal-table').goals).toHaveLength(10)
      if (language === 'en')
        expect(found.filter(({ name, why }) => /[\u4e00-\u9fff]/.test(`${name}${why}`))).toEqual([])
    },
  )

  test('say why, naming the columns', () => {
    const whys = (language: Language): string[] =>
      suggested([dailySheet(language)], language).map(({ why }) => why)
    expect(whys('zh-CN')).toEqual([
      '「注册」「曝光」「点击」等 5 列可以按全部 1,080 行相加',
      '逐行核对，「点击率」就是「点击」÷「曝光」：整体值应由合计相除，而不是各行平均',
      '逐行核对，「注册转化率」就是「注册」÷「点击」：整体值应由合计相除，而不是各行平均',
      '有「成本」也有「注册」，相除就是单位成本',
      '「日期」按日记录了「注册」，可看出平时水平和最高的一次',
      '「渠道」只有 6 种取值，可把「注册」分开看各自占多少',
      '「日期」跨 6 个月，可看「注册」的变化',
      '「曝光→点击→注册→首单」逐步减少，像一个漏斗',
      '数据覆盖了2026年6月和2026年7月，「注册」可算环比',
      '从2026年6月到2026年7月「注册」有增减，按「渠道」拆开就知道是谁带来的',
    ])
    expect(whys('en')).toContain(
      '“Impressions → Clicks → Sign-ups → First orders” get fewer step by step, like a funnel',
    )
  })

  test('rank what they offer, the same every time, whatever the order of the tables', () => {
    const sheets = [dailySheet('zh-CN'), goalsSheet('zh-CN')]
    const found = suggested(sheets)
    expect(found.map(({ rank }) => rank)).toEqual(found.map(({ rank }) => rank).toSorted((a, b) => b - a))
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    expect(suggested(sheets)).toEqual(found)
    const ids = (all: readonly Suggestion[]): string[] => all.map(({ id }) => id).toSorted()
    expect(ids(suggested(sheets.toReversed()))).toEqual(ids(found))
  })

  test('have a rate with its count and its base, a share of the whole, months in order, and who made the growth', () => {
    const found = suggested([dailySheet('zh-CN')])
    const click = only(found, 'rate-of-columns')
    const { count: over, base, rate: quotient, population } = comparisonIn(click, 'rate')
    expect([nameIn(click, quotient), nameIn(click, over), nameIn(click, base), population]).toEqual([
      '整体点击率',
      '累计点击',
      '累计曝光',
      '曝光',
    ])
    const parts = only(found, 'parts-by-column')
    expect(nameIn(parts, comparisonIn(parts, 'shares').whole)).toBe('累计注册')
    expect(comparisonIn(parts, 'shares').parts).toHaveLength(6)
    // March lacks a day, August three: less than nine tenths and a half of it is there.
    const months = only(found, 'periods')
    expect(months.figures).toHaveLength(7)
    expect(comparisonIn(months, 'series').figures.map((id) => nameIn(months, id))).toEqual(
      [3, 4, 5, 6, 7].map((month) => `${month}月注册`),
    )
    const growth = only(found, 'growth')
    const { before, after } = comparisonIn(growth, 'change')
    expect([nameIn(growth, before), nameIn(growth, after)]).toEqual(['6月注册', '7月注册'])
    const made = only(found, 'contribution')
    const [first] = comparisonIn(made, 'contribution').parts
    expect([first?.name, nameIn(made, first?.before ?? null), nameIn(made, first?.after ?? null)]).toEqual([
      '抖音',
      '抖音6月注册',
      '抖音7月注册',
    ])
  })

  test('can all be measured', () => {
    const states = statesOf([dailySheet('zh-CN'), goalsSheet('zh-CN')], 'zh-CN')
    expect(states.filter(({ value }) => value === null)).toEqual([])
  })
})

describe('growth', () => {
  const monthly = (
    first: number,
    months: number,
    step: NonNullable<Column['step']> = 'month',
    apart = 1,
  ): Sheet =>
    table(
      [day('期间', step), money('营收')],
      Array.from({ length: months }, (_, index) => {
        const month = first + index * apart
        return [
          `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
          100 + index,
        ]
      }),
    )

  test('is told against the month before and the same month a year before', () => {
    const found = suggested([monthly(0, 14)]).filter(({ reason }) => reason === 'growth')
    expect(found.map(({ name }) => name)).toEqual(['营收环比', '营收同比'])
    const english = suggested([monthly(0, 14)], 'en').filter(({ reason }) => reason === 'growth')
    expect(english.map(({ name }) => name)).toEqual([
      '营收: February 2026 against January 2026',
      '营收: February 2026 against February 2025',
    ])
  })

  test('goes by quarters, halves and years as the table does', () => {
    const names = (sheet: Sheet): string[] =>
      suggested([sheet])
        .filter(({ reason }) => reason === 'growth')
        .map(({ name }) => name)
    expect(names(monthly(0, 5, 'quarter', 3))).toEqual(['营收环比', '营收同比'])
    expect(names(monthly(0, 2, 'half', 6))).toEqual(['营收环比'])
    expect(names(monthly(0, 2, 'year', 12))).toEqual(['营收同比'])
    expect(only(suggested([monthly(0, 5, 'quarter', 3)]), 'periods').name).toBe('营收季度走势')
  })

  test('of many years is told by longer periods', () => {
    expect(only(suggested([monthly(0, 36)]), 'periods').name).toBe('营收季度走势')
    expect(only(suggested([monthly(0, 120)]), 'periods').name).toBe('营收半年度走势')
    expect(only(suggested([monthly(0, 240)]), 'periods').name).toBe('营收年度走势')
  })

  test('goes by the quarters of the fiscal year', () => {
    const { profile } = monthly(0, 36)
    const keys = (yearStart: number): string[] =>
      only(suggestFigures([profile], 'zh-CN', yearStart), 'periods').figures.flatMap(
        ({ part }) => part?.key ?? [],
      )
    expect(keys(1).slice(0, 2)).toEqual(['2025-Q1', '2025-Q2'])
    // January to March 2025 end the fiscal year that began in April 2024.
    expect(keys(4).slice(0, 2)).toEqual([
      keyOfDay('2025-01-01', 'quarter', 4),
      keyOfDay('2025-04-01', 'quarter', 4),
    ])
    expect(keys(4)[0]).toMatch(/-Q4$/)
  })
})

describe('before and after in columns', () => {
  test('of one measure by parts: the change of the total, and who made it', () => {
    const found = suggested([
      table(
        [text('渠道'), count('2025年注册', '人'), count('2026年注册', '人')],
        [
          ['抖音', 1200, 1500],
          ['微信', 800, 900],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual(['before-after-columns', 'contribution'])
    const change = only(found, 'before-after-columns')
    const { before, after } = comparisonIn(change, 'change')
    expect([nameIn(change, before), nameIn(change, after)]).toEqual(['累计2025年注册', '累计2026年注册'])
    expect(only(found, 'contribution')).toMatchObject({
      name: '各渠道对注册变化的贡献',
      why: '从2025年到2026年「注册」有增减，按「渠道」拆开就知道是谁带来的',
    })
  })

  test('of columns named for their time alone', () => {
    const zh = suggested([
      table(
        [text('渠道'), count('去年'), count('今年')],
        [
          ['抖音', 12, 15],
          ['微信', 8, 9],
        ],
      ),
    ])
    expect(only(zh, 'before-after-columns').figures.map(({ name }) => name)).toEqual(['去年合计', '今年合计'])
    const en = suggested(
      [
        table(
          [text('Channel'), count('Last year'), count('This year')],
          [
            ['Douyin', 12, 15],
            ['WeChat', 8, 9],
          ],
        ),
      ],
      'en',
    )
    expect(only(en, 'contribution')).toMatchObject({
      name: 'What each channel added to the change',
      why: 'The total changed from last year to this year; split by “Channel” it shows who made the change',
    })
  })

  test('of several measures row by row, each in its own unit', () => {
    const sheet = table(
      [text('指标'), text('单位'), count('优化前'), count('优化后')],
      [
        ['注册转化率', '%', 18, 24],
        ['付费步骤', '步', 5, 3],
        ['合计', '', 1, 1],
      ],
    )
    const found = only(suggested([sheet]), 'before-after-columns')
    expect(found.why).toBe('「优化前」和「优化后」是同样的指标在前后两个时期，2 行都可对比')
    const states = statesOf([sheet], 'zh-CN')
    expect(states.map(({ name, text: written }) => `${name} ${written}`)).toEqual([
      '优化前注册转化率 18%',
      '优化后注册转化率 24%',
      '优化前付费步骤 5步',
      '优化后付费步骤 3步',
    ])
  })

  test('with a row of totals among the parts nothing is summed', () => {
    const found = suggested([
      table(
        [text('渠道'), count('去年'), count('今年')],
        [
          ['抖音', 12, 15],
          ['微信', 8, 9],
          ['合计', 20, 24],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual(['before-after-columns'])
    expect(only(found, 'before-after-columns').comparisons).toHaveLength(2)
  })

  test.each([
    ['活动前', '活动后'],
    ['上期', '本期'],
    ['改版前点击率', '改版后点击率'],
    ['上季度', '本季度'],
    ['2025', '2026'],
    ['Before', 'After'],
    ['Previous period', 'Current period'],
    ['Last month', 'This month'],
  ])('%s and %s', (before, after) => {
    const found = suggested([
      table(
        [text('指标'), count(before), count(after)],
        [
          ['甲', 1, 2],
          ['乙', 3, 4],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual(['before-after-columns'])
  })

  test.each([
    ['售前', '售后'],
    ['前端', '后端'],
    ['前10名', '后10名'],
    ['2025年注册', '2026年点击'],
    ['2023年', '2026年'],
    ['今年', '去年的别的'],
  ])('not %s and %s', (before, after) => {
    const found = suggested([
      table(
        [text('指标'), count(before), count(after)],
        [
          ['甲', 1, 2],
          ['乙', 3, 4],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual([])
  })

  test("last year's column of a goal table is compared with the very figure of the goal", () => {
    const found = suggested([
      table(
        [text('指标'), count('去年实际'), count('今年目标'), count('今年实际')],
        [['新增用户', 40, 50, 62]],
      ),
    ])
    const { after } = comparisonIn(only(found, 'before-after-columns'), 'change')
    expect(only(found, 'goal-table').goals[0]?.figure).toBe(after)
  })
})

test('before and after in two rows', () => {
  const found = suggested([
    table(
      [text('时期'), count('注册人数'), rate('点击率')],
      [
        ['优化前', 1200, 0.12],
        ['优化后', 1500, 0.17],
      ],
    ),
  ])
  expect(reasonsOf(found)).toEqual(['before-after-columns'])
  expect(only(found, 'before-after-columns')).toMatchObject({
    why: '「时期」里有「优化前」和「优化后」两行，可逐列对比',
    comparisons: [{ name: '注册人数' }, { name: '点击率' }],
  })
})

describe('funnels', () => {
  test('from a step in each row, with the same steps earlier', () => {
    const found = suggested([
      table(
        [text('环节'), count('优化前人数'), count('优化后人数'), rate('转化率')],
        [
          ['访问', 10_000, 12_000, 1],
          ['注册', 3000, 4000, 0.3],
          ['首单', 320, 480, 0.1],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual(['shrinking-steps'])
    const { steps, before } = comparisonIn(only(found, 'shrinking-steps'), 'funnel')
    expect(steps.map(({ name }) => name)).toEqual(['访问', '注册', '首单'])
    expect(before?.map(({ figure }) => nameIn(only(found, 'shrinking-steps'), figure))).toEqual([
      '访问优化前人数',
      '注册优化前人数',
      '首单优化前人数',
    ])
  })

  test('in English', () => {
    const found = suggested(
      [
        table(
          [text('Stage'), count('Users')],
          [
            ['Visits', 900],
            ['Sign-ups', 90],
            ['Orders', 9],
          ],
        ),
      ],
      'en',
    )
    expect(only(found, 'shrinking-steps').name).toBe('Funnel from visits to orders')
  })

  test('not where steps grow, where there are but two, or where they are no steps', () => {
    const rows = (...values: number[]): Sheet =>
      table(
        [text('环节'), count('人数')],
        values.map((value, index) => [`第${index}步`, value]),
      )
    expect(suggested([rows(9, 10, 3)])).toEqual([])
    expect(suggested([rows(9, 3)])).toEqual([])
    expect(suggested([rows(5, 5, 5)])).toEqual([])
    const falling = table(
      [text('渠道'), money('预算'), money('成本'), money('利润')],
      [
        ['抖音', 9, 5, 1],
        ['微信', 8, 5, 1],
      ],
    )
    expect(reasonsOf(suggested([falling]))).not.toContain('shrinking-steps')
  })
})

describe('surveys', () => {
  const sent = table(
    [text('项目'), count('数量')],
    [
      ['发放问卷', 1200],
      ['有效问卷', 947],
    ],
    '概况.xlsx',
  )

  test('by rate, with how many were sent and were valid from another table', () => {
    const answers = table(
      [text('选项'), count('人数'), rate('占比')],
      [
        ['价格高', 644, 0.68],
        ['功能少', 492, 0.52],
        ['其他', 331, 0.35],
      ],
    )
    const found = suggested([answers, sent])
    expect(reasonsOf(found)).toEqual(['survey-answers'])
    const survey = comparisonIn(only(found, 'survey-answers'), 'survey')
    expect(survey.multiple).toBe(true)
    const named = [survey.sent, survey.valid, survey.answers[0]?.figure ?? null]
    expect(named.map((id) => nameIn(only(found, 'survey-answers'), id))).toEqual([
      '发放问卷',
      '有效问卷',
      '价格高占比',
    ])
    expect(statesOf([answers, sent], 'zh-CN').find(({ name }) => name === '有效问卷')?.value).toBe(947)
  })

  test('by count, question by question, in both languages', () => {
    const zh = suggested([
      table(
        [text('题目'), text('选项'), count('小计')],
        [
          ['性别', '男', 100],
          [null, '女', 120],
          ['原因（多选）', '价格', 90],
          [null, '功能', 150],
          [null, '合计', 240],
        ],
      ),
    ])
    expect(only(zh, 'survey-answers').comparisons).toMatchObject([
      { name: '性别', multiple: false, answers: [{ name: '男' }, { name: '女' }] },
      { name: '原因（多选）', multiple: true, answers: [{ name: '价格' }, { name: '功能' }] },
    ])
    // One answer each adds up to all who answered; several do not.
    expect(only(zh, 'survey-answers').figures.map(({ additive }) => additive)).toEqual([
      true,
      true,
      false,
      false,
    ])
    const en = suggested(
      [
        table(
          [text('Answer'), count('Votes'), rate('Share')],
          [
            ['Yes', 60, 0.6],
            ['No', 40, 0.4],
          ],
        ),
      ],
      'en',
    )
    expect(only(en, 'survey-answers')).toMatchObject({
      name: 'Survey results',
      why: '“Answer” with “Votes” and “Share” looks like a survey',
      comparisons: [{ name: 'Survey results', multiple: false, sent: null, valid: null }],
    })
  })
})

describe('experiments', () => {
  test('have a control, variants, sizes and hits', () => {
    const sheet = table(
      [text('组别'), count('曝光人数'), count('点击人数'), rate('点击率')],
      [
        ['对照组', 10_000, 1200, 0.12],
        ['实验组', 10_000, 1700, 0.17],
      ],
    )
    const found = only(suggested([sheet]), 'experiment-groups')
    const { control, variant } = comparisonIn(found, 'experiment')
    expect([control.size, control.hits, variant.size, variant.hits].map((id) => nameIn(found, id))).toEqual([
      '对照组曝光人数',
      '对照组点击人数',
      '实验组曝光人数',
      '实验组点击人数',
    ])
    expect(statesOf([sheet], 'zh-CN').map(({ value }) => value)).toEqual([
      10_000, 1200, 10_000, 1700, 0.12, 0.17,
    ])
  })

  test('in English with two variants', () => {
    const found = suggested(
      [
        table(
          [text('Group'), count('Users'), count('Conversions')],
          [
            ['Control', 50, 4],
            ['Variant B', 50, 7],
            ['Variant C', 50, 3],
          ],
        ),
      ],
      'en',
    )
    expect(only(found, 'experiment-groups').comparisons.map(({ name }) => name)).toEqual([
      'Conversion rate (Variant B)',
      'Conversion rate (Variant C)',
    ])
  })

  test('not where more did it than there were, and not without a control', () => {
    const rows = (names: readonly [string, string], hits: number): Sheet =>
      table(
        [text('组别'), count('样本量'), count('次数')],
        [
          [names[0], 10, 1],
          [names[1], 10, hits],
        ],
      )
    expect(suggested([rows(['对照组', '实验组'], 11)])).toEqual([])
    expect(suggested([rows(['一组', '二组'], 2)])).toEqual([])
  })
})

describe('a row for each period', () => {
  test.each([
    ['月份', ['1月', '2月', '3月'], '注册月度走势', '注册环比'],
    ['月份', ['十月份', '十一月份', '十二月份'], '注册月度走势', '注册环比'],
    ['季度', ['第一季度', '第二季度', '第三季度'], '注册季度走势', '注册环比'],
    ['季度', ['Q1', 'Q2', 'Q3'], '注册季度走势', '注册环比'],
  ])('%s: %j', (header, keys, trend, growth) => {
    const found = suggested([
      table(
        [text(header), count('注册')],
        keys.map((key, index) => [key, 10 + index]),
      ),
    ])
    expect(found.map(({ reason, name }) => [reason, name])).toEqual([
      ['totals', '注册合计'],
      ['periods', trend],
      ['growth', growth],
    ])
    expect(only(found, 'periods').figures.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      '累计注册 人',
      ...keys.map((key) => `${key}注册 人`),
    ])
  })

  test('years that are plain numbers', () => {
    const sheet = table(
      [count('年份'), money('营收'), rate('毛利率')],
      [
        [2023, 15, 0.3],
        [2024, 21, 0.35],
        [2025, 26, 0.36],
      ],
    )
    const found = suggested([sheet])
    expect(found.map(({ name }) => name)).toEqual([
      '营收合计',
      '营收年度走势',
      '毛利率年度走势',
      '营收同比',
      '毛利率同比',
    ])
    expect(found.find(({ name }) => name === '营收同比')?.why).toBe(
      '最后两行是2024年和2025年的「营收」，可算同比',
    )
    expect(statesOf([sheet], 'zh-CN').map(({ name, text: written }) => `${name} ${written}`)).toContain(
      '2025年毛利率 36%',
    )
  })

  test('in English', () => {
    const found = suggested(
      [
        table(
          [text('Month'), count('Sign-ups')],
          [
            ['Jan', 5],
            ['February', 6],
          ],
        ),
      ],
      'en',
    )
    expect(found.map(({ name }) => name)).toEqual([
      'Total sign-ups',
      'Sign-ups month by month',
      'Sign-ups: February against Jan',
    ])
  })

  test('not where a period is left out, comes twice, or falls; and a row of totals is no period', () => {
    const of = (...keys: readonly string[]): SuggestionReason[] =>
      reasonsOf(
        suggested([
          table(
            [text('月份'), count('注册')],
            keys.map((key) => [key, 5]),
          ),
        ]),
      )
    expect(of('1月', '3月')).toEqual([])
    expect(of('1月', '1月')).toEqual([])
    expect(of('2月', '1月')).toEqual([])
    expect(of('一月', '合计')).toEqual([])
    expect(of('13月', '14月')).toEqual([])
    // The total would be counted twice.
    expect(of('1月', '2月', '合计')).toEqual(['periods', 'growth'])
  })
})

describe('cohorts', () => {
  const columns = [day('注册月份', 'month'), count('新增用户', '人'), count('次月'), count('第2个月')]
  const rows = [
    ['2026-01-01', 2000, 820, 560],
    ['2026-02-01', 2600, 1170, null],
  ] as const

  test('of counts come with their rates, each a part of how many they were', () => {
    const found = suggested([table(columns, rows)])
    expect(reasonsOf(found)).toEqual(['cohorts'])
    const suggestion = only(found, 'cohorts')
    const { cohorts, ages, id } = comparisonIn(suggestion, 'cohorts')
    expect(ages).toEqual(['次月', '第2个月'])
    expect(cohorts.map(({ name, figures }) => [name, figures.map((one) => nameIn(suggestion, one))])).toEqual(
      [
        ['2026年1月', ['2026年1月新增用户', '2026年1月次月留存', '2026年1月第2个月留存']],
        ['2026年2月', ['2026年2月新增用户', '2026年2月次月留存', undefined]],
      ],
    )
    const size = suggestion.figures[0]
    expect(suggestion.figures.slice(1, 3)).toMatchObject([
      { unit: '人', additive: false, part: { of: size?.id, key: '次月' } },
      { name: '2026年1月次月留存率', kind: 'rate', part: { of: size?.id, key: '次月' } },
    ])
    // What the comparison derives and what is suggested is one figure.
    const states = statesOf([table(columns, rows)], 'zh-CN')
    const byId = new Map(states.map((state) => [state.id, state]))
    const [measured] = measureComparisons(suggestion.comparisons, byId, 'zh-CN')
    const derived = measured?.derived.filter(({ role }) => role === 'retention') ?? []
    expect(derived.map((one) => one.text)).toEqual(['41.0%', '28.0%', '45.0%'])
    expect(derived.map((one) => [one.figure.name, one.text])).toEqual(
      derived.map(({ figure }) => [byId.get(figure.id)?.name, byId.get(figure.id)?.text]),
    )
    expect(id).toBe(comparisonIn(only(suggested([table(columns, rows)]), 'cohorts'), 'cohorts').id)
  })

  test('of rates alone, and in English', () => {
    const found = suggested(
      [
        table(
          [text('Cohort'), rate('Day 1 retention'), rate('Day 7 retention')],
          [
            ['Spring', 0.4, 0.2],
            ['Summer', 0.5, 0.3],
          ],
        ),
      ],
      'en',
    )
    const { cohorts, ages } = comparisonIn(only(found, 'cohorts'), 'cohorts')
    expect(ages).toEqual(['Day 1', 'Day 7'])
    expect(cohorts.map(({ figures }) => figures[0])).toEqual([null, null])
    expect(only(found, 'cohorts').figures[0]?.name).toBe('Spring retention, day 1')
  })

  test('not months of the calendar, counts that grow, nor what counts something else as well', () => {
    const reasons = (heads: readonly SheetColumn[], cells: readonly (readonly CellValue[])[]): string[] =>
      reasonsOf(suggested([table(heads, cells)]))
    expect(
      reasons(
        [text('批次'), count('新增用户'), count('1月'), count('2月')],
        [
          ['春', 100, 50, 40],
          ['秋', 90, 40, 30],
        ],
      ),
    ).not.toContain('cohorts')
    expect(reasons(columns, [['2026-01-01', 200, 30, 80], ...rows])).not.toContain('cohorts')
    expect(
      reasons(
        [...columns, money('费用')],
        rows.map((row) => [...row, 5]),
      ),
    ).not.toContain('cohorts')
  })
})

describe('tasks', () => {
  test('make a Gantt chart and nothing else', () => {
    const found = suggested([
      table(
        [text('任务'), text('负责人'), day('开始日期'), day('结束日期'), rate('进度')],
        [
          ['需求调研', '张', '2026-03-01', '2026-03-10', 1],
          ['方案', '李', '2026-03-08', '2026-03-20', 0.5],
          ['倒着的', '王', '2026-03-08', '2026-03-01', 0.5],
          ['没有日子的', '赵', null, null, null],
        ],
      ),
    ])
    expect(found).toMatchObject([
      {
        reason: 'spans-of-tasks',
        name: '任务进度安排',
        figures: [],
        charts: [
          {
            kind: 'gantt',
            spans: [
              { name: '需求调研', from: '2026-03-01', to: '2026-03-10', share: 1 },
              { name: '方案', from: '2026-03-08', to: '2026-03-20', share: 0.5 },
            ],
          },
        ],
      },
    ])
    const english = suggested(
      [
        table(
          [text('Milestone'), day('Start'), day('Due date')],
          [
            ['Plan', '2026-01-01', '2026-01-05'],
            ['Build', '2026-01-06', '2026-02-05'],
          ],
        ),
      ],
      'en',
    )
    expect(english.map(({ name }) => name)).toEqual(['Schedule of milestones'])
  })

  test('with both days in one text', () => {
    const found = suggested([
      table(
        [text('阶段'), text('起止时间'), text('产出')],
        [
          ['需求调研', '2026年3月1日至3月10日', '报告'],
          ['方案制定', '2026.3.11-3.20', '方案'],
          ['总结', '待定', ''],
        ],
      ),
    ])
    expect(only(found, 'spans-of-tasks').why).toBe('「阶段」的起止写在「起止时间」，2 项可画成甘特图')
    expect(only(found, 'spans-of-tasks').charts[0]?.spans?.map(({ to }) => to)).toEqual([
      '2026-03-10',
      '2026-03-20',
    ])
  })

  test('are no contracts of people', () => {
    const rows = [
      ['张三', '2026-01-01', '2027-01-01'],
      ['李四', '2026-02-01', '2027-02-01'],
    ]
    expect(suggested([table([text('姓名'), day('合同开始'), day('合同结束')], rows)])).toEqual([])
  })
})

describe('targets without results', () => {
  const targets = (rows: readonly (readonly CellValue[])[]): Sheet =>
    table([text('指标'), text('单位'), text('目标'), text('负责人')], rows, '目标.xlsx')

  test('are those of what another table counts', () => {
    const goals = targets([
      ['累计注册', '人', '不低于10万', '张三'],
      ['点击率', '%', '≥3.5%', null],
      ['获客成本', '元/人', '30元/人以内', null],
      ['品牌知名度', '', '80', null],
    ])
    const found = only(suggested([dailySheet('zh-CN'), goals]), 'goal-table')
    expect(found.goals.map(({ figure }) => nameIn(found, figure))).toEqual([
      '累计注册',
      '整体点击率',
      '整体获客成本',
    ])
    expect(found.goals[0]).toMatchObject({
      comparator: '≥',
      target: 100_000,
      owner: '张三',
      origin: { kind: 'cell' },
    })
    const judged = statesOf([dailySheet('zh-CN'), goals], 'zh-CN').flatMap(({ goal }) =>
      goal ? [goal.verdict] : [],
    )
    expect(judged).toEqual(['exceeded', 'exceeded', 'exceeded'])
  })

  test('are left alone where nothing counts them, or counts them in another unit', () => {
    expect(suggested([targets([['累计注册', '人', '10万', null]])])).toEqual([])
    const found = suggested([
      dailySheet('zh-CN'),
      targets([
        ['累计注册', '元', '10万', null],
        ['点击率', '次', '10', null],
      ]),
    ])
    expect(reasonsOf(found)).not.toContain('goal-table')
  })
})

describe('summaries without dates', () => {
  test('by channel are summed, divided and split', () => {
    const found = suggested([
      table(
        [text('渠道'), count('曝光'), count('点击'), count('注册'), money('费用'), rate('点击率')],
        [
          ['抖音', 100_000, 5000, 600, 9000, 0.05],
          ['微信', 50_000, 3000, 400, 5000, 0.06],
          ['小红书', 80_000, 2000, 300, 6000, 0.025],
          ['B站', 30_000, 900, 100, 1500, 0.03],
        ],
      ),
    ])
    expect(reasonsOf(found)).toEqual([
      'totals',
      'rate-of-columns',
      'cost-per-result',
      'parts-by-column',
      'shrinking-steps',
    ])
  })

  test('by segment show the rates as they are and never their mean', () => {
    const sheet = table(
      [text('用户分层'), rate('占比'), rate('打开率')],
      [
        ['新用户', 0.3, 0.2],
        ['活跃', 0.45, 0.35],
        ['沉睡', 0.25, 0.05],
      ],
    )
    const found = suggested([sheet])
    expect(reasonsOf(found)).toEqual(['parts-by-column'])
    expect(comparisonIn(only(found, 'parts-by-column'), 'shares')).toMatchObject({ whole: null })
    expect(statesOf([sheet], 'zh-CN').map(({ name, text: written }) => `${name} ${written}`)).toContain(
      '活跃打开率 35%',
    )
    expect(statesOf([sheet], 'zh-CN')).toHaveLength(6)
  })

  test('a second dimension is offered too, for the main measure', () => {
    const rows = Array.from({ length: 24 }, (_, index) => [
      `2026-03-${String(index + 1).padStart(2, '0')}`,
      index % 2 ? '抖音' : '微信',
      index % 3 ? '华东' : '华北',
      index + 10,
    ])
    const found = suggested([table([day('日期'), text('渠道'), text('区域'), count('注册')], rows)])
    const parts = found.filter(({ reason }) => reason === 'parts-by-column')
    expect(parts.map(({ name }) => name)).toEqual(['各渠道的注册', '各区域的注册'])
  })
})

describe('nothing is suggested', () => {
  test.each<[string, readonly SheetColumn[], readonly (readonly CellValue[])[]]>([
    [
      'of people and their numbers',
      [text('姓名'), count('学号'), count('电话'), count('年龄'), count('入学年份')],
      [
        ['张三', 20_260_001, 13_800_000_000, 21, 2023],
        ['李四', 20_260_002, 13_900_000_000, 22, 2022],
      ],
    ],
    [
      'of marks',
      [text('姓名'), count('语文'), count('数学')],
      [
        ['张三', 90, 80],
        ['李四', 70, 60],
      ],
    ],
    [
      'of prices and stock',
      [text('产品'), money('单价'), count('库存')],
      [
        ['A', 10, 5],
        ['B', 20, 7],
      ],
    ],
    ['of a table without rows', [text('渠道'), count('注册')], []],
    [
      'of a table without values',
      [text('渠道'), count('注册'), day('日期')],
      [
        [null, null, null],
        [null, null, null],
      ],
    ],
    [
      'of a table of words',
      [text('问题'), text('回答')],
      [
        ['为什么', '因为'],
        ['怎么办', '这样办'],
      ],
    ],
  ])('%s', (_name, columns, rows) => expect(suggested([table(columns, rows)])).toEqual([]))
})

describe('whatever a table holds', () => {
  test('one row is enough, or gives nothing', () => {
    expect(reasonsOf(suggested([table([text('渠道'), count('注册')], [['抖音', 5]])]))).toEqual([])
    expect(reasonsOf(suggested([table([day('日期'), count('注册')], [['2026-03-01', 5]])]))).toEqual([
      'totals',
      'peak-and-average',
    ])
    expect(
      reasonsOf(suggested([table([text('指标'), count('目标'), count('实际')], [['注册', 5, 6]])])),
    ).toEqual(['goal-table'])
  })

  test('headers and cells of ten thousand characters are left aside or cut, at once', () => {
    const long = '注册率不低于优化前'.repeat(1200)
    const began = performance.now()
    const columns = [text(long), count(long), rate(`${long}后`), day(long)]
    suggested([
      table(columns, [
        [long, 5, 0.1, '2026-03-01'],
        [`${long}二`, 6, 0.2, '2026-04-01'],
      ]),
    ])
    const named = [
      [text('指标'), text('单位'), text('目标'), count('实际'), text('负责人')],
      [text('渠道'), count('去年'), count('今年'), rate('占比'), day('日期')],
      [text('选项'), count('人数'), rate('占比'), text('题目'), text('说明')],
      [text('组别'), count('人数'), count('点击'), rate('占比'), day('日期')],
      [text('任务'), day('开始'), day('结束'), rate('进度'), text('备注')],
      [text('环节'), count('人数'), count('人数前'), count('人数后'), text('备注')],
    ]
    const cellOf = ({ type }: SheetColumn, row: number): CellValue =>
      type === 'text'
        ? `${long}${row}`
        : type === 'date'
          ? `2026-0${row}-01`
          : type === 'percent'
            ? 0.1 * row
            : 10 - row
    for (const head of named)
      suggested([
        table(
          head,
          [1, 2, 3, 4].map((row) => head.map((column) => cellOf(column, row))),
        ),
      ])
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('two hundred rows of thirty thousand characters, and thousands of columns, are judged in good time', () => {
    const long = '付费用户留存率不超过去年同期的成本'.repeat(1800)
    const rows = Array.from({ length: 200 }, (_, index) => [`${long}${index}`, long, 5, 6, long])
    const began = performance.now()
    suggested([table([text('指标'), text('目标'), count('实际'), rate('完成率'), text('负责人')], rows)])
    suggested([table([text('选项'), text('题目'), count('人数'), count('小计'), text('说明')], rows)])
    suggested([table([text('渠道'), text('说明'), count('去年'), count('今年'), text('备注')], rows)])
    const wide = Array.from({ length: 5000 }, (_, index) => count(`指标${index}前`))
    suggested([
      table(
        [text('渠道'), ...wide],
        [
          ['抖音', ...wide.map(() => 1)],
          ['微信', ...wide.map(() => 2)],
        ],
      ),
    ])
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('a table of a hundred columns of numbers is judged in good time and offers no more than twelve', () => {
    const columns = [
      day('日期'),
      text('渠道'),
      ...Array.from({ length: 100 }, (_, index) => money(`指标${index}金额`)),
    ]
    const rows = Array.from({ length: 200 }, (_, row) => [
      new Date(Date.UTC(2026, 0, 1 + row)).toISOString().slice(0, 10),
      row % 2 ? '抖音' : '微信',
      ...Array.from({ length: 100 }, (__, index) => row * 7 + index * 3 + 1),
    ])
    const began = performance.now()
    expect(suggested([table(columns, rows)]).length).toBeLessThanOrEqual(12)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('every suggestion is whole', () => {
    const header = fc.constantFrom(
      ...'日期 月份 年份 季度 渠道 指标 单位 目标 实际 达成率 去年 今年 优化前 优化后 选项 人数 占比 组别 曝光 点击 注册 任务 开始 结束 进度 环节 分层 成本 DAU 电话 2025年 2026年 批次 新增用户 次日留存率 第1周 第2周'.split(
        ' ',
      ),
      'Channel',
      'Before',
      'After',
      'Step',
      'Users',
      '',
    )
    const type = fc.constantFrom<Column['type']>(
      'integer',
      'number',
      'money',
      'percent',
      'date',
      'text',
      'duration',
    )
    const cell = fc.oneof(
      fc.constant(null),
      fc.constantFrom(
        '抖音',
        '微信',
        '合计',
        '对照组',
        '实验组',
        '优化前',
        '优化后',
        '2026-03-01',
        '2026-07-31',
        '≤30元',
        '',
      ),
      fc.double({ noNaN: true }),
      fc.integer({ min: -5, max: 2030 }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(header, type), { minLength: 1, maxLength: 7 }).chain((columns) =>
          fc.tuple(
            fc.constant(columns),
            fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), {
              maxLength: 8,
            }),
          ),
        ),
        fc.constantFrom<Language>('zh-CN', 'en'),
        ([columns, rows], language) => {
          const sheet = table(
            columns.map(([name, kind]) => ({ name, type: kind })),
            rows,
          )
          const found = suggested([sheet], language)
          expect(found.length).toBeLessThanOrEqual(12)
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
          const names = new Map<string, Figure>()
          for (const figure of found.flatMap(({ figures }) => figures)) {
            // One id is one figure, wherever it is offered.
            expect({ ...names.get(figure.id), ...figure }).toEqual(names.get(figure.id) ?? figure)
            names.set(figure.id, figure)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
