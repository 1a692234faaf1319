// How a figure is written and what it is over: kind, unit, scale and decimals, scope, whether it adds up. All of it is
// proposed; here it can be said otherwise.

import type { ReactElement } from 'react'
import type { Figure, FigureKind, Rounding } from '../../../shared/model/figure.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { figureViewWords } from '../../../shared/text/figures-page.ts'
import { useWords } from '../../words.ts'
import { Field, Select } from './field.tsx'
import type { FigureDraft } from './figure-draft.ts'

type ScaleText = '1' | '10000' | '100000000'
const scales: readonly Rounding['scale'][] = [1, 1e4, 1e8]
const mostDecimals = 10

export interface FigureLooksProps {
  draft: FigureDraft
  /** As it would be kept; null while it is not whole. */
  figure: Figure | null
  onDraft: (changes: Partial<FigureDraft>) => void
}

export function FigureLooks({ draft, figure, onDraft }: FigureLooksProps): ReactElement {
  const words = useWords(figureEditorWords)
  const view = useWords(figureViewWords)
  const rounding = figure?.rounding ?? draft.rounding ?? { scale: 1, decimals: 2 }
  const round = (changes: Partial<Rounding>): void => onDraft({ rounding: { ...rounding, ...changes } })
  const isRate = figure?.kind === 'rate' || figure?.kind === 'points'
  return (
    <details className="figure-looks">
      <summary>{words.more}</summary>
      <div className="figures-grid">
        <Select<FigureKind>
          label={view.kind}
          value={figure?.kind ?? draft.kind ?? 'count'}
          options={(Object.keys(view.kinds) as FigureKind[]).map((value) => ({
            value,
            label: view.kinds[value],
          }))}
          onChange={(kind) => kind !== '' && onDraft({ kind })}
        />
        {draft.way === 'formula' ? (
          <p className="field">
            <span className="field-label">{words.unit}</span>
            <span className="figure-unit" title={words.unitDerived}>
              {figure?.unit || '—'}
            </span>
          </p>
        ) : (
          <Field
            label={words.unit}
            value={draft.unit ?? figure?.unit ?? ''}
            limit={20}
            onChange={(unit) => onDraft({ unit })}
          />
        )}
        {!isRate && (
          <Select<ScaleText>
            label={words.scale}
            value={String(rounding.scale) as ScaleText}
            options={scales.map((scale) => ({
              value: String(scale) as ScaleText,
              label: words.scales[scale],
            }))}
            onChange={(scale) => round({ scale: scales.find((one) => String(one) === scale) ?? 1 })}
          />
        )}
        <Field
          type="number"
          label={words.decimals}
          value={String(rounding.decimals)}
          onChange={(text) => {
            const decimals = Math.round(Number(text))
            if (text !== '' && decimals >= 0 && decimals <= mostDecimals) round({ decimals })
          }}
        />
      </div>
      <Field
        label={words.scope}
        value={draft.scope}
        hint={words.scopeHint}
        onChange={(scope) => onDraft({ scope })}
      />
      <label className="figures-check">
        <input
          type="checkbox"
          checked={figure?.additive ?? draft.additive ?? false}
          onChange={(event) => onDraft({ additive: event.target.checked })}
        />
        <span>
          {words.additive}
          <small>{words.additiveHint}</small>
        </span>
      </label>
    </details>
  )
}
