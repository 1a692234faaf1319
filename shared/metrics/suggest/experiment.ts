// Experiments: a column of groups (对照组, 实验组) with how many there were in each and how many did it.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import type { FigureId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile } from '../../model/table.ts'
import { comparisonSentences } from '../../text/comparison-sentences.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { rateOf } from '../comparisons/additive.ts'
import { derivedId, percent } from '../comparisons/derive.ts'
import { isCost, isNoMeasure } from '../lexicon.ts'
import { partOf, totalOf } from '../wholes.ts'
import { comparisonId, numberColumns, numberIn, type Offer, textColumns } from './offer.ts'

const mostMeasures = 3
const mostVariants = 4
const longestKey = 60

const isGroupHeader = (name: string): boolean =>
  /组别|分组|实验|版本|方案|\b(groups?|arms?|variants?|versions?|cohorts?)\b/i.test(name)
const isControl = (key: string): boolean =>
  /对照|控制组|原版|旧版|基准|^A(组|版|方案)?$|\b(control|baseline|original)\b|^(group |version )A$/i.test(
    key,
  )
const isVariant = (key: string): boolean =>
  /实验|测试|新版|变体|^[B-F](组|版|方案)?$|\b(variants?|treatment|test|experiment\w*)\b|^(group |version )[B-F]$/i.test(
    key,
  ) && !isControl(key)
const isSize = (name: string): boolean =>
  /样本|人数|用户数|曝光|访客|分流|触达|展示|总数|发送|\b(size|sample|users?|visitors?|impressions?|exposed|n|sent|total|participants?)\b/i.test(
    name,
  )

export function offersOfExperiments(profile: TableProfile, language: Language): Offer[] {
  const found = textColumns(profile, isGroupHeader).flatMap((column) => {
    const keys = (profile.distinct.get(column.id) ?? []).filter((key) => key.length <= longestKey)
    const control = keys.find(isControl)
    const variants = keys.filter(isVariant).slice(0, mostVariants)
    const isCertain = isGroupHeader(column.name) || keys.length === variants.length + 1
    return control !== undefined && variants.length > 0 && isCertain ? [{ column, control, variants }] : []
  })[0]
  if (!found) return []
  const counts = numberColumns(profile).filter(
    ({ type, name }) => type !== 'percent' && type !== 'money' && !isCost(name) && !isNoMeasure(name),
  )
  const size = counts.find(({ name }) => isSize(name))
  if (!size) return []
  return counts
    .filter((column) => column !== size && isWithin(profile, column, size))
    .slice(0, mostMeasures)
    .map((hits) => offerOf(profile, found, size, hits, language))
}

/** Whole numbers, in no row more than there were. */
function isWithin(profile: TableProfile, hits: Column, size: Column): boolean {
  const pairs = profile.head.flatMap((row) => {
    const [some, all] = [numberIn(profile, row, hits), numberIn(profile, row, size)]
    return some === undefined || all === undefined ? [] : [Number.isInteger(some) && some >= 0 && some <= all]
  })
  return pairs.length >= 2 && pairs.every(Boolean)
}

interface Groups {
  column: Column
  control: string
  variants: readonly string[]
}

function offerOf(
  profile: TableProfile,
  { column, control, variants }: Groups,
  size: Column,
  hits: Column,
  language: Language,
): Offer {
  const words = suggestionWords[language].experiment
  const of = (measure: Column, key: string): Figure => {
    const whole = totalOf(measure, { profile, language, scope: {} })
    const slice = { column, by: column.name, key, label: key, of: variants.length + 1 }
    const { role: _role, ...figure } = partOf(whole, slice, language)
    return figure
  }
  const groupOf = (key: string): { size: Figure; hits: Figure } => ({
    size: of(size, key),
    hits: of(hits, key),
  })
  const base = groupOf(control)
  const groups = variants.map((key) => ({ key, group: groupOf(key) }))
  const first = variants[0] ?? ''
  const about = [column.name, control, first, size.name, hits.name] as const
  const ids = ({ size: all, hits: some }: typeof base): { size: FigureId; hits: FigureId } => ({
    size: all.id,
    hits: some.id,
  })
  const tested = comparisonSentences[language].testName('', hits.name)
  const comparisons = groups.map(({ key, group }): ComparisonOf<'experiment'> => ({
    id: comparisonId('experiment', base.hits.id, group.hits.id),
    kind: 'experiment',
    name: variants.length > 1 ? suggestionWords[language].testOf(tested, key) : tested,
    control: ids(base),
    variant: ids(group),
  }))
  /** The rate that a comparison derives, so that a chart can show it. */
  const rate = (role: string, key: string, group: typeof base, index: number): Figure[] => {
    const comparison = comparisons[index]
    return comparison
      ? [
          {
            id: derivedId(comparison.id, role),
            name: figureWords[language].names.part(tested, key),
            ...percent,
            origin: { kind: 'formula', expression: rateOf(group.hits, group.size) },
            scope: group.size.name,
            additive: false,
          },
        ]
      : []
  }
  return {
    reason: 'experiment-groups',
    key: [column.id, size.id, hits.id],
    name: words.name(...about),
    why: words.why(...about),
    figures: [
      ...[base, ...groups.map(({ group }) => group)].flatMap((group) => [group.size, group.hits]),
      ...rate('control-rate', control, base, 0),
      ...groups.flatMap(({ key, group }, index) => rate('variant-rate', key, group, index)),
    ],
    comparisons,
  }
}
