// A figure by a ready formula of the trade: choose the pattern, then the figures it takes.

import type { ReactElement } from 'react'
import { patterns } from '../../../shared/metrics/index.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { comparisonWords, type PatternId } from '../../../shared/text/comparisons.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../words.ts'
import { Select } from './field.tsx'
import { operandsOf, type PatternDraft, patternOf } from './pattern-draft.ts'

export interface PatternFieldsProps {
  draft: PatternDraft
  figures: readonly FigureState[]
  problem: string | undefined
  onDraft: (draft: PatternDraft) => void
}

export function PatternFields({ draft, figures, problem, onDraft }: PatternFieldsProps): ReactElement {
  const words = useWords(figureEditorWords)
  const { patterns: named, operands: roles } = useWords(comparisonWords)
  const pattern = patternOf(draft)
  const operands = pattern ? operandsOf(pattern, draft) : []
  const cycle = pattern?.repeats ? pattern.operands.length - pattern.repeats.from : 0
  return (
    <>
      <Select<PatternId>
        label={words.pattern}
        value={draft.pattern}
        empty={words.choosePattern}
        options={patterns.map(({ id }) => ({ value: id, label: named[id].name }))}
        onChange={(chosen) => onDraft({ pattern: chosen, operands: [] })}
      />
      {pattern && <p className="figures-hint">{named[pattern.id].how}</p>}
      {pattern && (
        <div className="figures-grid">
          {operands.map(({ role, kinds }, index) => (
            <Select<FigureId>
              key={index}
              label={`${roles[role]}${operands.indexOf(operands[index] ?? { role, kinds }) < index ? ` ${index + 1}` : ''}`}
              value={draft.operands[index] ?? ''}
              empty={words.chooseFigure}
              options={figures
                .filter(({ kind }) => kinds.includes(kind))
                .map(({ id, name, text }) => ({ value: id, label: `${name}　${text}` }))}
              onChange={(figure) =>
                onDraft({
                  ...draft,
                  operands: operands.map((_, at) => (at === index ? figure : (draft.operands[at] ?? ''))),
                })
              }
            />
          ))}
        </div>
      )}
      {pattern?.repeats && operands.length + cycle <= pattern.repeats.most && (
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() =>
              onDraft({
                ...draft,
                operands: [
                  ...operands.map((_, at) => draft.operands[at] ?? ''),
                  ...Array.from({ length: cycle }, () => '' as const),
                ],
              })
            }
          >
            {words.addOperand}
          </Button>
        </div>
      )}
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
