import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, money, people, textsOf, valueOf } from '../../../../support/comparing.ts'

const experiment = (
  control: readonly [hits: number | null, size: number | null],
  variant: readonly [hits: number | null, size: number | null],
  language: Language = 'zh-CN',
) =>
  compare(
    {
      对照组点击: people(control[0]),
      对照组曝光: people(control[1]),
      实验组点击: people(variant[0]),
      实验组曝光: people(variant[1]),
    },
    {
      kind: 'experiment',
      name: language === 'en' ? 'Click rate' : '',
      control: { size: '对照组曝光', hits: '对照组点击' },
      variant: { size: '实验组曝光', hits: '实验组点击' },
    },
    language,
  )

describe('a test of two groups', () => {
  test('rates, difference, interval and p', () => {
    const found = experiment([300, 2500], [425, 2500])
    expect(textsOf(found)).toMatchObject({
      'control-rate': '12.0%',
      'variant-rate': '17.0%',
      difference: '5个百分点',
      lift: '41.7%',
      lower: '3.1个百分点',
      upper: '6.9个百分点',
    })
    // 0.05² ÷ (0.145 × 0.855 × 2 ÷ 2500)
    expect((valueOf(found, 'z-score') ?? 0) ** 2).toBeCloseTo(25.2067, 4)
    expect(found.sentence).toBe(
      '点击率：实验组17%，对照组12%，实验组比对照组高5个百分点（95%置信区间3.1～6.9个百分点，p<0.001），差异不太可能是偶然。',
    )
    expect(found.warnings).toEqual([])
  })

  test('typed figures say how they were had', () => {
    const found = experiment([300, 2500], [425, 2500])
    const origin = found.derived.find(({ role }) => role === 'lower')?.figure.origin
    expect(origin).toMatchObject({
      kind: 'typed',
      note: 'Newcombe法95%置信区间（由两组的Wilson区间得出）；对照组2,500人中300人，实验组2,500人中425人',
    })
  })

  test('a difference the other way is told in its own direction', () => {
    expect(experiment([425, 2500], [300, 2500]).sentence).toBe(
      '点击率：实验组12%，对照组17%，实验组比对照组低5个百分点（95%置信区间3.1～6.9个百分点，p<0.001），差异不太可能是偶然。',
    )
  })

  test('what may be chance is called so, with the sample it would take', () => {
    const found = experiment([60, 500], [70, 500])
    expect(found.sentence).toBe(
      '点击率：实验组14%，对照组12%，实验组比对照组高2个百分点（95%置信区间-2.2～6.2个百分点，p=0.347），差异可能只是偶然，还不能说两组不同。',
    )
    // (1.959964 √(2 × 0.13 × 0.87) + 0.841621 √(0.12 × 0.88 + 0.14 × 0.86))² ÷ 0.02² = 4437.4
    expect(valueOf(found, 'needed-size')).toBe(4438)
  })

  test('in English', () => {
    expect(experiment([300, 2500], [425, 2500], 'en').sentence).toBe(
      'Click rate: 17% in the test group against 12% in the control group, 5 percentage points higher (95% confidence interval 3.1 to 6.9 percentage points, p < 0.001); this is unlikely to be chance.',
    )
  })

  test('the rate is named by the test, or by what was counted', () => {
    const named = (name: string, hits: string, language: Language = 'zh-CN'): string =>
      compare(
        { a: people(300), b: people(40), c: people(300), d: people(50, { name: hits }) },
        { kind: 'experiment', name, control: { size: 'a', hits: 'b' }, variant: { size: 'c', hits: 'd' } },
        language,
      ).sentence
    expect(named('点击人数', 'x')).toMatch(/^点击率：/)
    expect(named('按钮颜色', 'x')).toMatch(/^按钮颜色：/)
    expect(named('', '实验组支付人数')).toMatch(/^支付率：/)
    expect(named('', '转化率')).toMatch(/^转化率：/)
    expect(named('', 'Test group clicks', 'en')).toMatch(/^Click rate:/)
  })

  test('the same rate in both is no difference', () => {
    expect(experiment([60, 500], [60, 500]).sentence).toContain('两组持平')
  })
})

describe('what cannot be concluded from', () => {
  test('a small sample', () => {
    const found = experiment([1, 20], [4, 20])
    expect(found.warnings).toEqual(['too-small-a-sample'])
    expect(found.sentence).toContain('样本太少，还不能下结论')
  })

  test('more hits than people', () => {
    const found = experiment([30, 20], [4, 20])
    expect(found.warnings).toEqual(['part-exceeds-whole'])
    expect(found.sentence).toBe('')
  })

  test('an empty group', () => {
    expect(experiment([0, 0], [4, 20]).warnings).toEqual(['no-base'])
  })

  test('half a person', () => {
    expect(experiment([2.5, 20], [4, 20]).warnings).toEqual(['count-not-whole'])
  })

  test('a group without numbers', () => {
    const found = experiment([null, 2500], [425, 2500])
    expect(textsOf(found)).toMatchObject({ 'control-rate': '—', 'variant-rate': '17.0%', difference: '—' })
    expect(found.sentence).toBe('')
  })

  test('nobody did it in either', () => {
    const found = experiment([0, 500], [0, 500])
    expect(found.warnings).toEqual(['too-small-a-sample'])
    expect(found.derived.some(({ role }) => role === 'p-value')).toBe(false)
  })

  test('a p of nothing but noughts is no figure', () => {
    const found = experiment([1150, 9800], [1640, 9900])
    expect(found.derived.map(({ role }) => role)).toContain('z-score')
    expect(found.derived.some(({ role }) => role === 'p-value')).toBe(false)
    expect(found.sentence).toContain('p<0.001')
  })

  test('money is no group', () => {
    const found = compare(
      { a: people(10), b: money(5), c: people(10), d: money(5) },
      { kind: 'experiment', control: { size: 'a', hits: 'b' }, variant: { size: 'c', hits: 'd' } },
    )
    expect(found.warnings).toEqual(['units-differ'])
  })
})
