// What is odd about a comparison, and what to do about it, in words.

import type { ReactElement } from 'react'
import type { ComparisonWarning } from '../../../shared/model/comparison.ts'
import { comparisonWords } from '../../../shared/text/comparisons.ts'
import { comparisonsPageWords } from '../../../shared/text/comparisons-page.ts'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'

export function ComparisonWarnings({
  warnings,
}: {
  warnings: readonly ComparisonWarning[]
}): ReactElement | null {
  const words = useWords(comparisonsPageWords)
  const texts = useWords(comparisonWords).warnings
  if (warnings.length === 0) return null
  return (
    <ul className="comparison-warnings" aria-label={words.warnings}>
      {warnings.map((warning) => (
        <li key={warning}>
          <Icon name="alert" size={13} />
          <span>
            {texts[warning].odd} <span className="figures-hint">{texts[warning].remedy}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
