// Beside a formula: the figures to put into it, and the functions with what they give.

import { type ReactElement, useMemo } from 'react'
import { completeFormula, formulaNames, writeFormula } from '../../../shared/formula/index.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Language } from '../../../shared/model/language.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { FigureList } from '../../components/figure-list.tsx'
import { useWords } from '../../words.ts'

export interface FormulaHelpProps {
  figures: readonly FigureState[]
  language: Language
  onInsert: (text: string) => void
}

export function FormulaHelp({ figures, language, onInsert }: FormulaHelpProps): ReactElement {
  const words = useWords(figureEditorWords)
  const textOf = useMemo(() => {
    const names = formulaNames(figures)
    return ({ id }: FigureState): string =>
      writeFormula({ figure: id }, (figure) => names.get(figure) ?? '?', language)
  }, [figures, language])
  const functions = useMemo(() => completeFormula('', 0, [], language).options, [language])
  return (
    <div className="formula-help">
      <section aria-label={words.insertFigure}>
        <h3>{words.insertFigure}</h3>
        <FigureList
          figures={figures}
          labelOf={words.insertNamed}
          dragOf={textOf}
          onChoose={(figure) => onInsert(textOf(figure))}
        />
      </section>
      <section aria-label={words.functions}>
        <h3>{words.functions}</h3>
        <ul className="formula-functions">
          {functions.map(({ insert, label, detail }) => (
            <li key={label}>
              <button type="button" onClick={() => onInsert(insert)}>
                <strong>{label}</strong>
                <small>{detail}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
