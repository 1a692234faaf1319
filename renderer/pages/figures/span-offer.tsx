// Where two dates are typed instead of a value: how long the span between them is, to be taken as the value with the span
// as its note.

import type { ReactElement } from 'react'
import { maybeSpanLengths } from '../../../shared/metrics/index.ts'
import type { Language } from '../../../shared/model/language.ts'
import { parseDaySpan } from '../../../shared/numbers/day-span.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../words.ts'

export interface SpanOfferProps {
  text: string
  /** The project's. */
  language: Language
  onChoose: (value: string, note: string) => void
}

export function SpanOffer({ text, language, onChoose }: SpanOfferProps): ReactElement | null {
  const words = useWords(figureEditorWords)
  const span = parseDaySpan(text)
  const found = span && maybeSpanLengths(span, language)
  if (!found) return null
  return (
    <div className="span-offer">
      <span className="figures-hint">{words.spanOffer}</span>
      {found.lengths.map((length) => (
        <Button key={length} size="small" onClick={() => onChoose(length, found.note)}>
          {length}
        </Button>
      ))}
    </div>
  )
}
