import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureKind } from '../../../../shared/model/figure.ts'
import type { Comparator, Polarity } from '../../../../shared/model/goal.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import { Language } from '../../../../shared/model/language.ts'

import { judge } from '../../../../shared/metrics/judge.ts'
import { parseComparator, parseThreshold } from '../../../../shared/numbers/threshold.ts'
import { usualTiers } from '../../../../shared/text/figures.ts'

const languages = Language.options

type Case = readonly [text: string, comparator: Comparator | undefined, value: number, more?: More]
interface More {
  high?: number
  unit?: string
  polarity?: Polarity
}

const wayOf: Readonly<Record<Comparator, Polarity | undefined>> = {
  '≥': 'higher',
  '>': 'higher',
  '≤': 'lower',
  '<': 'lower',
  '=': undefined,
  range: undefined,
}

describe('a target', () => {
  const chinese: readonly Case[] = [
    ['≤30元', '≤', 30, { unit: '元' }],
    ['≥30%', '≥', 0.3, { unit: '%' }],
    ['>5万', '>', 50_000],
    ['<10%', '<', 0.1, { unit: '%' }],
    ['=100%', '=', 1, { unit: '%' }],
    ['500+', '≥', 500],
    ['25元/人以内', '≤', 25, { unit: '元/人' }],
    ['48小时内', '≤', 48, { unit: '小时' }],
    ['10%以下', '≤', 0.1, { unit: '%' }],
    ['5万人以上', '≥', 50_000, { unit: '人' }],
    ['10万（含）以上', '≥', 100_000],
    ['不低于60%', '≥', 0.6, { unit: '%' }],
    ['占比不低于60%', '≥', 0.6, { unit: '%' }],
    ['7日留存率不得低于45%', '≥', 0.45, { unit: '%' }],
    ['不超过30元', '≤', 30, { unit: '元' }],
    ['不少于3篇', '≥', 3, { unit: '篇' }],
    ['不高于9', '≤', 9],
    ['至少5次', '≥', 5, { unit: '次' }],
    ['至多5次', '≤', 5, { unit: '次' }],
    ['最多20', '≤', 20],
    ['超过5000人', '>', 5000, { unit: '人' }],
    ['突破500万', '>', 5_000_000],
    ['突破千万', '>', 10_000_000],
    ['低于10%', '<', 0.1, { unit: '%' }],
    ['不足3天', '<', 3, { unit: '天' }],
    ['控制在30元以内', '≤', 30, { unit: '元' }],
    ['力争控制在30元以内', '≤', 30, { unit: '元' }],
    ['降至10%以下', '≤', 0.1, { unit: '%' }],
    ['须降至10%以内', '≤', 0.1, { unit: '%' }],
    ['压降到5天', '≤', 5, { unit: '天' }],
    ['提升至5万以上', '≥', 50_000],
    ['增长至5万人', '≥', 50_000, { unit: '人' }],
    ['保持在90%以上', '≥', 0.9, { unit: '%' }],
    ['稳定在4.5分以上', '≥', 4.5, { unit: '分' }],
    ['目标≥5万', '≥', 50_000],
    ['力争5万', undefined, 50_000],
    ['确保100%', undefined, 1, { unit: '%' }],
    ['8%-12%', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['8%~12%', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['50–500元', 'range', 50, { high: 500, unit: '元' }],
    ['25-35岁', 'range', 25, { high: 35, unit: '岁' }],
    ['介于8%和12%之间', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['介于50与500元之间', 'range', 50, { high: 500, unit: '元' }],
    ['8%至12%之间', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['控制在8%-12%', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['降至8%-12%', 'range', 0.08, { high: 0.12, unit: '%', polarity: 'lower' }],
    ['≥8%且≤12%', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['1:5以上', '≥', 5],
    ['≥1:5.8', '≥', 5.8],
    ['100', undefined, 100],
  ]
  const english: readonly Case[] = [
    ['at least 30%', '≥', 0.3, { unit: '%' }],
    ['no less than 5', '≥', 5],
    ['minimum of 500', '≥', 500],
    ['500 or more', '≥', 500],
    ['500+ people', '≥', 500, { unit: 'people' }],
    ['no more than 30', '≤', 30],
    ['at most 30', '≤', 30],
    ['not exceeding 30 CNY', '≤', 30, { unit: 'CNY' }],
    ['must not exceed 30 CNY', '≤', 30, { unit: 'CNY' }],
    ['up to 30', '≤', 30],
    ['within 48 hours', '≤', 48, { unit: 'hours' }],
    ['max. 30', '≤', 30],
    ['30 max', '≤', 30],
    ['under 30', '<', 30],
    ['below 10%', '<', 0.1, { unit: '%' }],
    ['keep under 30', '<', 30],
    ['reduce to below 10%', '<', 0.1, { unit: '%' }],
    ['cut to 10% or less', '≤', 0.1, { unit: '%' }],
    ['over 5,000', '>', 5000],
    ['more than 5k', '>', 5000],
    ['raise to at least 50k', '≥', 50_000],
    ['increase to 50k', '≥', 50_000],
    ['CTR at least 3.5%', '≥', 0.035, { unit: '%' }],
    ['between 8% and 12%', 'range', 0.08, { high: 0.12, unit: '%' }],
    ['from 50 to 500 CNY', 'range', 50, { high: 500, unit: 'CNY' }],
    ['8% to 12%', 'range', 0.08, { high: 0.12, unit: '%' }],
  ]
  for (const [written, comparator, value, { polarity, ...given } = {}] of [...chinese, ...english])
    test(written, () => {
      const way = polarity ?? (comparator === undefined ? undefined : wayOf[comparator])
      const found = parseThreshold(written)
      expect(found).toMatchObject({ value, ...given })
      expect([found?.comparator, found?.polarity]).toEqual([comparator, way])
    })

  test.each([
    '',
    '待定',
    '提升10%',
    '增长20%以上',
    '降低5%以上',
    '同比增长15%',
    '按计划完成',
    '2026-03-01',
    '第3季度',
    '>5万且<8万',
    '≥12%且≤8%',
    '不低于',
    'as low as possible',
    'increase by 10%',
    'top 5 in the region',
    `${'指标'.repeat(30)}不低于60%`,
  ])('is not read from %j', (text) => expect(parseThreshold(text)).toBeUndefined())

  test('is what a goal writes, with any comparator, unit and scale, in both languages', () => {
    const unit = fc.constantFrom<readonly [FigureKind, Record<(typeof languages)[number], string>]>(
      ['count', { 'zh-CN': '人', en: 'people' }],
      ['count', { 'zh-CN': '', en: '' }],
      ['amount', { 'zh-CN': '元', en: 'CNY' }],
      ['amount', { 'zh-CN': '元/人', en: 'CNY/person' }],
      ['duration', { 'zh-CN': '分钟', en: 'minutes' }],
      ['rate', { 'zh-CN': '%', en: '%' }],
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 500 }),
        unit,
        fc.constantFrom<Comparator>('≥', '≤', '>', '<', 'range'),
        fc.constantFrom(1 as const, 1e4 as const),
        fc.constantFrom(...languages),
        (digits, places, more, [kind, names], comparator, scale, language) => {
          const low = Number(`${digits}e-${places}`)
          const high = Number(`${digits + more}e-${places}`)
          const figure = FigureId.parse('f')
          const { text } = judge(
            {
              figure,
              comparator,
              target: low,
              ...(comparator === 'range' && { targetHigh: high }),
              polarity: 'higher',
              origin: { kind: 'typed', value: low, note: '' },
            },
            {
              id: figure,
              name: '指标',
              kind,
              unit: names[language],
              rounding: { scale: kind === 'rate' ? 1 : scale, decimals: 1 },
              origin: { kind: 'typed', value: low, note: '' },
              additive: false,
              value: low,
              text: '',
              trace: { text: '' },
            },
            language,
            usualTiers(language),
          )
          expect(parseThreshold(text.target)).toMatchObject({
            comparator,
            value: low,
            unit: names[language],
            ...(comparator === 'range' && { high }),
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is read in no more time than its length asks, whatever it is', () => {
    const began = performance.now()
    for (const unit of [
      '不低于',
      '至',
      '介于1和',
      '且',
      '≥1且',
      '1:',
      '控制在',
      'to ',
      'and ',
      '降',
      ' ',
      '.',
      '1',
    ])
      for (const length of [59, 60, 61, 100_000])
        parseThreshold(unit.repeat(Math.ceil(length / unit.length)).slice(0, length))
    expect(performance.now() - began).toBeLessThan(500)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'0123456789.%~-:≥≤<>万元人至到和以内上下降提升控制在不低于超过 '), {
          maxLength: 60,
        }),
        (characters) => {
          const found = parseThreshold(characters.join(''))
          if (found) expect(Number.isFinite(found.value)).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

test('a comparator may have a cell of its own', () => {
  const words = [
    '≥',
    '>=',
    '不低于',
    '以上',
    '不超过',
    '以内',
    '<',
    'at least',
    'at most',
    '=',
    '目标',
    '',
    '5',
  ]
  expect(words.map(parseComparator)).toEqual([
    '≥',
    '≥',
    '≥',
    '≥',
    '≤',
    '≤',
    '<',
    '≥',
    '≤',
    '=',
    undefined,
    undefined,
    undefined,
  ])
})
