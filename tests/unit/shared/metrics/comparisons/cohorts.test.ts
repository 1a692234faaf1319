import { describe, expect, test } from 'vitest'
import { measureCohorts } from '../../../../../shared/metrics/comparisons/cohorts.ts'
import { spanFigures } from '../../../../../shared/metrics/comparisons/spans.ts'
import { idOf, money, type Numbers, people, statesOf } from '../../../../support/comparing.ts'

const cohorts = (rows: Readonly<Record<string, readonly (number | null)[]>>, more: Numbers = {}) => {
  const numbers: Numbers = {
    ...Object.fromEntries(
      Object.entries(rows).flatMap(([name, counts]) =>
        counts.map((count, age) => [
          `${name}.${age}`,
          people(count, { name: age === 0 ? '新增用户' : `${name}留存` }),
        ]),
      ),
    ),
    ...more,
  }
  return measureCohorts(
    Object.entries(rows).map(([name, counts]) => ({
      name,
      figures: counts.map((_, age) => idOf(`${name}.${age}`)),
    })),
    statesOf(numbers),
    'zh-CN',
  )
}

describe('retention of cohorts', () => {
  const found = cohorts({ '1月': [1000, 400, 250], '2月': [500, 300], '3月': [800] })
  const texts = found.derived.map(({ role, of, text }) => `${role} ${of}: ${text}`)

  test('each cohort by age, and all of an age weighted by how many they were', () => {
    expect(texts).toEqual([
      'retention 1月: 40.0%',
      'retention 1月: 25.0%',
      'retention 2月: 60.0%',
      // (400 + 300) ÷ (1000 + 500)
      'mean-retention 1: 46.7%',
      'mean-retention 2: 25.0%',
    ])
    expect(found.derived[0]?.figure.name).toBe('1月第1期留存率')
  })

  test('one sentence', () => {
    expect(found.sentence).toBe('各批次加权平均，第1期留存46.7%，第2期留存25.0%（以新增用户的人数为基数）。')
    expect(found.warnings).toEqual([])
  })

  test('ids are the same again, and none twice', () => {
    const ids = found.derived.map(({ figure }) => figure.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      cohorts({ '1月': [1000, 400, 250], '2月': [500, 300], '3月': [800] }).derived.map(
        ({ figure }) => figure.id,
      ),
    ).toEqual(ids)
  })

  test('an unknown count leaves its rate without a value and out of the mean', () => {
    const gap = cohorts({ '1月': [1000, 400], '2月': [500, null] })
    expect(gap.derived.map(({ text }) => text)).toEqual(['40.0%', '—', '40.0%'])
  })

  test('what cannot be is said', () => {
    expect(cohorts({ '1月': [100, 140] }).warnings).toEqual(['part-exceeds-whole'])
    expect(cohorts({ '1月': [0, 0] }).warnings).toEqual(['no-base'])
    expect(cohorts({ '1月': [100, 40] }, { '1月.1': money(40) }).warnings).toEqual(['units-differ'])
    expect(cohorts({}).sentence).toBe('')
  })
})

describe('spans of days', () => {
  test('days with both ends, and months', () => {
    const [days, months] = spanFigures('实习', { from: '2026-03-02', to: '2026-08-28' }, 'zh-CN')
    expect(days).toMatchObject({
      name: '实习天数',
      unit: '天',
      origin: { value: 180, note: '2026年3月2日至2026年8月28日，首尾两天都计入' },
    })
    expect(months?.origin).toMatchObject({ value: 5.87096774193548 })
    expect(months).toMatchObject({ unit: '个月', rounding: { scale: 1, decimals: 1 } })
  })

  test('a span that ends before it begins has no length', () => {
    expect(spanFigures('实习', { from: '2026-03-02', to: '2026-03-01' }, 'zh-CN')).toEqual([])
  })
})
