import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formulaNames, writeFormula } from '../../../shared/formula/index.ts'
import { Comparison, MeasuredComparison } from '../../../shared/model/comparison.ts'
import type { Derived } from '../../../shared/model/comparison.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { matchGolden } from '../../support/golden.ts'
import { KindCase, type Measured, measureCase } from './case.ts'
import { exactly, type Rational, rationalOf, roundedTo } from './rational.ts'

const cases = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file.slice(0, -'.json'.length), file: join(import.meta.dirname, file) }))

const read = (file: string): KindCase => KindCase.parse(JSON.parse(readFileSync(file, 'utf8')))

/** What is written, what it is exactly, and how it came about. */
function line(
  figure: Figure,
  value: number | null,
  text: string,
  named: readonly Figure[],
  language: Language,
) {
  const { origin } = figure
  const names = formulaNames(named)
  const how =
    origin.kind === 'formula'
      ? ` = ${writeFormula(origin.expression, (id) => names.get(id) ?? '?', language)}`
      : origin.kind === 'typed' && origin.note !== ''
        ? ` (${origin.note})`
        : ''
  return `${figure.name}: ${text} [${value}]${how}`
}

/** The cells behind a figure, and when it was reached. */
const sourceOf = ({ trace: { file, sheet, cells, rows }, at }: FigureState): string =>
  cells === undefined
    ? ''
    : ` ← ${[file, sheet, cells].join(' › ')}, ${rows} rows${at === undefined ? '' : `, at ${at}`}`

function written({ figures, comparisons }: Measured, language: Language): string {
  const derivedLine = ({ role, of, figure, value, text }: Derived): string =>
    `  ${role}${of === undefined ? '' : ` (${of})`} · ${line(figure, value, text, figures, language)}`
  const goals = figures.flatMap(({ name, text, goal }) =>
    goal
      ? [
          `${name}: ${goal.text.target} → ${text}; ${goal.text.outcome}; ${goal.text.verdict}; ${goal.tier?.name ?? '-'} [${goal.attainment}]`,
        ]
      : [],
  )
  const blocks = comparisons.map(({ comparison, sentence, warnings, derived }) =>
    [
      `# ${comparison.kind}`,
      sentence || '(no sentence)',
      ...(warnings.length > 0 ? [`! ${warnings.join(', ')}`] : []),
      ...derived.map((one) => derivedLine(one)),
    ].join('\n'),
  )
  return [
    `# figures\n${figures.map((figure) => `${line(figure, figure.value, figure.text, figures, language)}${sourceOf(figure)}`).join('\n')}`,
    ...(goals.length > 0 ? [`# goals\n${goals.join('\n')}`] : []),
    ...blocks,
  ]
    .map((block) => `${block}\n`)
    .join('\n')
}

describe('the numbers of a document of each kind', () => {
  it.each(cases)('$name', ({ name, file }) => {
    const given = read(file)
    const measured = measureCase(given)
    for (const one of measured.comparisons) MeasuredComparison.parse(one)
    matchGolden(join(import.meta.dirname, 'expected', `${name}.txt`), written(measured, given.language))
  })

  it.each(cases)('$name: every formula is exact, and its text is the exact value rounded', ({ file }) => {
    const { figures, comparisons } = measureCase(read(file))
    const byId = new Map(figures.map((figure) => [figure.id, figure]))
    const valueOf = (id: FigureId): Rational | undefined => {
      const figure = byId.get(id)
      if (!figure || figure.value === null) return undefined
      return figure.origin.kind === 'formula'
        ? exactly(figure.origin.expression, valueOf)
        : rationalOf(figure.value)
    }
    const derived = comparisons.flatMap((one) => one.derived)
    let checked = 0
    for (const { figure, value, text } of derived) {
      if (figure.origin.kind !== 'formula' || value === null) continue
      const exact = exactly(figure.origin.expression, valueOf)
      if (!exact) continue
      checked += 1
      expect(Math.abs(value - Number(exact[0]) / Number(exact[1]))).toBeLessThanOrEqual(
        1e-12 * Math.abs(value),
      )
      const { kind, unit, rounding } = figure
      const shift =
        kind === 'rate' || kind === 'points' ? (unit === '‰' ? 3 : 2) : -Math.log10(rounding.scale)
      const number = /-?[\d,]+(?:\.\d+)?/.exec(text.replace(/^1:/, ''))?.[0] ?? ''
      const shown = rationalOf(Number(number.replaceAll(',', '')))
      expect([figure.name, roundedTo(shown, rounding.decimals)]).toEqual([
        figure.name,
        roundedTo(exact, shift + rounding.decimals),
      ])
    }
    expect(checked).toBeGreaterThan(derived.length / 2)
  })

  it('use every kind of comparison', () => {
    const used = new Set(cases.flatMap(({ file }) => read(file).comparisons.map(({ kind }) => kind)))
    expect([...used].toSorted()).toEqual(
      Comparison.options.map((option) => option.shape.kind.value).toSorted(),
    )
  })
})
