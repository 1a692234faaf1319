import { describe, expect, test } from 'vitest'
import { compare, money, type Numbers, people, rate, textsOf } from '../../../../support/comparing.ts'

type Rows = Readonly<Record<string, readonly (number | null)[]>>

const cohorts = (rows: Rows, { more = {}, ages }: { more?: Numbers; ages?: readonly string[] } = {}) =>
  compare(
    {
      ...Object.fromEntries(
        Object.entries(rows).flatMap(([name, counts]) =>
          counts.map((count, age) => [
            `${name}.${age}`,
            people(count, { name: age === 0 ? `${name}新增用户` : `${name}留存` }),
          ]),
        ),
      ),
      ...more,
    },
    {
      kind: 'cohorts',
      ...(ages && { ages }),
      cohorts: Object.entries(rows).map(([name, counts]) => ({
        name,
        figures: counts.map((_, age) => `${name}.${age}`),
      })),
    },
  )

const rows: Rows = { '1月': [1000, 400, 250], '2月': [500, 300], '3月': [800] }

describe('retention of cohorts', () => {
  const found = cohorts(rows)

  test('each cohort by age, and all of an age weighted by how many they were', () => {
    expect(found.derived.map(({ role, of, text }) => `${role} ${of}: ${text}`)).toEqual([
      'retention 1月: 40.0%',
      'retention 1月: 25.0%',
      'retention 2月: 60.0%',
      // (400 + 300) ÷ (1000 + 500)
      'mean-retention 第1期: 46.7%',
      'mean-retention 第2期: 25.0%',
    ])
    expect(found.derived[0]?.figure.name).toBe('1月第1期留存率')
  })

  test('one sentence, with the names of the ages where they have some', () => {
    expect(found.sentence).toBe('各批次加权平均，第1期留存46.7%，第2期留存25.0%（以新增用户为基数）。')
    expect(cohorts(rows, { ages: ['次月'] }).sentence).toBe(
      '各批次加权平均，次月留存46.7%，第2期留存25.0%（以新增用户为基数）。',
    )
    expect(found.warnings).toEqual([])
  })

  test('of many ages the first are named, and the last', () => {
    const { sentence } = cohorts({ '1月': [100, 90, 80, 70, 60, 50, 40] })
    expect(sentence).toContain('第4期留存60.0%，第6期留存40.0%')
  })

  test('ids are the same again, and none twice', () => {
    const ids = found.derived.map(({ figure }) => figure.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(cohorts(rows).derived.map(({ figure }) => figure.id)).toEqual(ids)
  })

  test('an unknown count leaves its rate without a value and out of the mean', () => {
    const gap = cohorts({ '1月': [1000, 400], '2月': [500, null] })
    expect(gap.derived.map(({ text }) => text)).toEqual(['40.0%', '—', '40.0%'])
  })

  test('rates are weighted by the sizes that stand beside them', () => {
    const stated = cohorts(
      { '1月': [1000, null], '2月': [500, null] },
      { more: { '1月.1': rate(0.4), '2月.1': rate(0.6) } },
    )
    expect(textsOf(stated)).toEqual({ 'mean-retention 第1期': '46.7%' })
  })

  test('rates of cohorts of unknown sizes are told from the lowest to the highest', () => {
    const { derived, sentence, warnings } = compare(
      { a: rate(0.4), b: rate(0.6), c: rate(0.2) },
      {
        kind: 'cohorts',
        cohorts: [
          { name: '1月', figures: [null, 'a', 'c'] },
          { name: '2月', figures: [null, 'b'] },
        ],
      },
    )
    expect(derived).toEqual([])
    expect(sentence).toBe('各批次第1期留存40%～60%，第2期留存20%。')
    expect(warnings).toEqual(['no-population'])
  })

  test('what cannot be is said', () => {
    expect(cohorts({ '1月': [100, 140] }).warnings).toEqual(['part-exceeds-whole'])
    expect(cohorts({ '1月': [0, 0] }).warnings).toEqual(['no-base'])
    expect(cohorts({ '1月': [100, 40] }, { more: { '1月.1': money(40) } }).warnings).toEqual(['units-differ'])
    expect(cohorts({ '1月': [100] }).sentence).toBe('')
  })
})
