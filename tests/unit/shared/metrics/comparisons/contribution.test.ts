import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, money, type Numbers, people, rate, textsOf } from '../../../../support/comparing.ts'

const contribution = (
  numbers: Numbers,
  parts: readonly string[],
  name = '注册',
  language: Language = 'zh-CN',
) =>
  compare(
    numbers,
    {
      kind: 'contribution',
      name,
      before: 'before',
      after: 'after',
      parts: parts.map((part) => ({ name: part, before: `${part}0`, after: `${part}1` })),
    },
    language,
  )

const numbers: Numbers = {
  before: people(2000),
  after: people(2500),
  短视频0: people(800),
  短视频1: people(1250),
  社群0: people(700),
  社群1: people(640),
}

describe('who made the change', () => {
  test('what each part added, its share, its points, and the rest', () => {
    const found = contribution(numbers, ['短视频', '社群'])
    expect(textsOf(found)).toEqual({
      delta: '500人',
      relative: '25.0%',
      'part-delta 短视频': '450人',
      'part-share 短视频': '90.0%',
      'part-points 短视频': '22.5个百分点',
      'part-delta 社群': '-60人',
      'part-share 社群': '-12.0%',
      'part-points 社群': '-3个百分点',
      'rest-delta': '110人',
      'rest-share': '22.0%',
      'rest-points': '5.5个百分点',
    })
    expect(found.sentence).toBe(
      '注册由2,000人增至2,500人，增加500人（增长25%）；其中短视频增加450人（贡献了变化的90%，拉动22.5个百分点），社群减少60人（拉低3个百分点），其余增加110人。',
    )
    expect(found.warnings).toEqual([])
  })

  test('of a decline too', () => {
    const found = contribution(
      {
        before: people(100),
        after: people(80),
        a0: people(60),
        a1: people(30),
        b0: people(40),
        b1: people(50),
      },
      ['a', 'b'],
    )
    expect(textsOf(found)).toMatchObject({ 'part-share a': '150.0%', 'part-share b': '-50.0%' })
    expect(found.derived.some(({ role }) => role.startsWith('rest'))).toBe(false)
    expect(found.sentence).toBe(
      '注册由100人减至80人，减少20人（下降20%）；其中a减少30人（贡献了变化的150%，拉低30个百分点），b增加10人（拉动10个百分点）。',
    )
  })

  test('in English', () => {
    const found = contribution(
      {
        before: people(100, { unit: '' }),
        after: people(150, { unit: '' }),
        Video0: people(40, { unit: '' }),
        Video1: people(90, { unit: '' }),
      },
      ['Video'],
      'Sign-ups',
      'en',
    )
    expect(found.sentence).toBe(
      'Sign-ups rose from 100 to 150, up 50 (50%); Video rose by 50 (100% of the change, adding 50 percentage points).',
    )
  })
})

test('parts and the rest add up to the change, to the last digit', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 100)
  const parts = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(parts, amount, amount, (given, extraBefore, extraAfter) => {
      const sum = (index: 0 | 1) => given.reduce((total, part) => total + part[index], 0)
      const total = Math.round((sum(1) + extraAfter - sum(0) - extraBefore) * 100) / 100
      fc.pre(total !== 0)
      const found = contribution(
        {
          before: money(Math.round((sum(0) + extraBefore) * 100) / 100, '元', 2),
          after: money(Math.round((sum(1) + extraAfter) * 100) / 100, '元', 2),
          ...Object.fromEntries(
            given.flatMap(([before, after], index) => [
              [`p${index}-0`, money(before, '元', 2)],
              [`p${index}-1`, money(after, '元', 2)],
            ]),
          ),
        },
        given.map((_, index) => `p${index}-`),
      )
      const added = (role: string): number =>
        found.derived
          .filter((one) => one.role === `part-${role}` || one.role === `rest-${role}`)
          .reduce((all, { value }) => all + (value ?? 0), 0)
      expect(added('delta')).toBeCloseTo(total, 6)
      expect(added('share')).toBeCloseTo(1, 6)
      const relative = found.derived.find(({ role }) => role === 'relative')?.value
      if (typeof relative === 'number')
        expect(Math.abs(added('points') - relative)).toBeLessThan(1e-9 * Math.max(1, Math.abs(relative)))
    }),
  )
})

describe('what is odd is said', () => {
  test('parts exceed the whole', () => {
    expect(contribution({ ...numbers, 短视频1: people(2600) }, ['短视频', '社群']).warnings).toEqual([
      'parts-exceed-whole',
    ])
  })

  test('rates of parts do not make the rate of the whole', () => {
    const found = contribution({ before: rate(0.2), after: rate(0.3), a0: rate(0.1), a1: rate(0.2) }, ['a'])
    expect(found.warnings).toEqual(['not-additive'])
    expect(found.derived).toEqual([])
  })

  test('a part in other units', () => {
    expect(contribution({ ...numbers, 社群0: money(3) }, ['短视频', '社群']).warnings).toEqual([
      'units-differ',
    ])
  })

  test('nothing changed, so nobody made it', () => {
    const found = contribution({ before: people(100), after: people(100), a0: people(40), a1: people(40) }, [
      'a',
    ])
    expect(textsOf(found)).toMatchObject({ 'part-share a': '—', 'part-points a': '0个百分点' })
    expect(found.sentence).toBe('注册为100人，前后持平；其中a持平。')
  })

  test('from nothing there is no growth in percent', () => {
    const found = contribution({ before: people(0), after: people(50), a0: people(0), a1: people(30) }, ['a'])
    expect(found.warnings).toEqual(['no-base'])
    expect(textsOf(found)).toMatchObject({
      'part-delta a': '30人',
      'part-share a': '60.0%',
      'part-points a': '—',
    })
  })
})
