// Tables that set targets and do not say what was reached: 指标, 目标. Where another table of the project counts the very
// thing, its total (or its overall rate) is judged against the target.

import type { Figure } from '../../model/figure.ts'
import type { Goal } from '../../model/goal.ts'
import type { Language } from '../../model/language.ts'
import type { TableProfile } from '../../model/table.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { maybeTargetColumns } from '../goal-columns.ts'
import { goalFor } from '../goal-table.ts'
import { maybeMeasuredTable } from '../measured-table.ts'
import type { Whole } from '../wholes.ts'
import { isWhole, type Offer } from './offer.ts'

export function offersOfTargets(
  profile: TableProfile,
  profiles: readonly TableProfile[],
  language: Language,
): Offer[] {
  const columns = isWhole(profile) ? maybeTargetColumns(profile) : undefined
  if (!columns) return []
  const counted = profiles.flatMap((other) => (other === profile ? [] : countedIn(other, language)))
  if (counted.length === 0) return []
  const figures: Figure[] = []
  const goals: Goal[] = []
  for (const row of profile.head) {
    const name = plainName(String(row.values[columns.name] ?? ''))
    const whole = name === '' ? undefined : counted.find(({ base }) => plainName(base) === name)
    if (!whole || goals.some(({ figure }) => figure === whole.figure.id)) continue
    const goal = goalFor(profile, columns, row, whole.figure, language)
    if (!goal) continue
    figures.push(...(whole.operands ?? []).map(({ figure }) => figure), whole.figure)
    goals.push(goal)
  }
  if (goals.length === 0) return []
  const words = suggestionWords[language].targets
  const names = goals.flatMap(({ figure }) => figures.find(({ id }) => id === figure)?.name ?? [])
  const header = profile.table.columns[columns.target ?? -1]?.name ?? ''
  return [
    {
      reason: 'goal-table',
      key: ['targets'],
      name: words.name(header, names),
      why: words.why(header, names),
      figures,
      goals,
    },
  ]
}

function countedIn(profile: TableProfile, language: Language): Whole[] {
  const measured = maybeMeasuredTable(profile, language)
  if (!measured) return []
  const { totals, rates, costPer, levels, roles } = measured
  const wholes = [...totals, ...rates, ...(costPer ? [costPer] : []), ...levels]
  return roles.dates ? wholes : wholes.map(withoutRole)
}

/** As those tables themselves offer it, see records.ts. */
function withoutRole(whole: Whole): Whole {
  const { role: _role, ...figure } = whole.figure
  const [over, under] = whole.operands ?? []
  return { ...whole, figure, ...(over && under && { operands: [withoutRole(over), withoutRole(under)] }) }
}

/** So much of a name is compared. */
const mostCharacters = 60

/** 累计注册数, 注册 and 注册人数 are one thing. */
const plainName = (name: string): string =>
  name.length > mostCharacters
    ? ''
    : name
        .toLowerCase()
        .replace(/[\s()（）_-]/g, '')
        .replace(/^(累计|合计|总计?|整体|总体|全年|年度|total|overall)/, '')
        .replace(/(人数|总?数量?|总?量|总额)$/, '')
