// What a figure being made comes to, or why it comes to nothing. Said again whenever it changes.

import type { ReactElement } from 'react'
import { RecapError } from '../../../shared/errors.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { Language } from '../../../shared/model/language.ts'
import { formatValue } from '../../../shared/numbers/format.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { figureViewWords } from '../../../shared/text/figures-page.ts'
import { useLanguage, useWords } from '../../words.ts'
import type { Tried } from './try-figure.ts'

export interface TriedValueProps {
  figure: Figure | null
  answer: Tried
  /** Of the project. */
  language: Language
}

export function TriedValue({ figure, answer, language }: TriedValueProps): ReactElement {
  const words = useWords(figureEditorWords)
  const { missing, why } = useWords(figureViewWords)
  const spoken = useLanguage()
  const tried = answer.figure
  const say = (): ReactElement => {
    if (!figure) return <span className="figures-hint">{words.nothingYet}</span>
    if (answer.error instanceof RecapError) {
      return (
        <span className="field-problem">
          {errorText(spoken, answer.error.code, answer.error.detail).what}
        </span>
      )
    }
    if (!tried) return <span className="figures-hint">{words.working}</span>
    if (tried.value === null) {
      const reason = tried.missing ? `${missing}: ${why[tried.missing]}` : missing
      return <span className="field-problem">{reason}</span>
    }
    return (
      <>
        <strong>{formatValue(tried.value, figure, language)}</strong>
        {tried.trace.rows !== undefined && (
          <span className="figures-hint">{words.rows(tried.trace.rows.toLocaleString(spoken))}</span>
        )}
      </>
    )
  }
  return (
    <output className="tried" aria-busy={answer.isWaiting} aria-label={words.live}>
      {say()}
    </output>
  )
}
