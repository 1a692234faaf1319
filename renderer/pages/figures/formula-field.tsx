// A formula as it is typed: names are completed from [ on, what is wrong is underlined and said, figures are put in by a
// click or dragged in. What a formula means is read in shared/formula.
// A list of choices that the text field keeps the focus of: it is named by the field and never focused itself.
// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events

import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { type CompletionOption, completeFormula, type FormulaProblem } from '../../../shared/formula/index.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Language } from '../../../shared/model/language.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { problemText } from '../../../shared/text/formula.ts'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useWords } from '../../words.ts'
import { FormulaHelp } from './formula-help.tsx'

export interface FormulaFieldProps {
  text: string
  figures: readonly FigureState[]
  /** Of the project, in whose words functions are put in. */
  language: Language
  problem: FormulaProblem | undefined
  /** Nothing was written at all, and it was tried to save. */
  missing: string | undefined
  onText: (text: string) => void
}

export function FormulaField(props: FormulaFieldProps): ReactElement {
  const { text, figures, language, problem, missing, onText } = props
  const words = useWords(figureEditorWords)
  const spoken = useLanguage()
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const ink = useRef<HTMLDivElement>(null)
  const list = useId()
  const said = useId()
  /** Where the caret goes when the new text is there. */
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null) return
    field.current?.setSelectionRange(next.current, next.current)
    next.current = null
  })

  const completion = caret === null ? undefined : completeFormula(text, caret, figures, language)
  const isBegun = completion !== undefined && completion.from < (caret ?? 0)
  const options = isBegun ? completion.options : []
  const at = Math.min(chosen, options.length - 1)

  const write = (insert: string, from: number, to: number): void => {
    const written = `${text.slice(0, from)}${insert}${text.slice(to)}`
    next.current = from + insert.length
    onText(written)
    setCaret(null)
    field.current?.focus()
  }
  const take = (option: CompletionOption): void => {
    if (completion) write(option.insert, completion.from, completion.to)
    // What follows a function is completed at once.
    if (option.kind === 'function') setCaret((completion?.from ?? 0) + option.insert.length)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    const option = options[at]
    if (option && (event.key === 'Enter' || event.key === 'Tab')) take(option)
    else if (option && event.key === 'ArrowDown') setChosen((at + 1) % options.length)
    else if (option && event.key === 'ArrowUp') setChosen((at - 1 + options.length) % options.length)
    // It closes the list, not the window.
    else if (option && event.key === 'Escape') setCaret(null)
    else if (event.key === 'Enter' && !event.shiftKey) event.currentTarget.form?.requestSubmit()
    else return
    event.preventDefault()
  }

  // While a formula is being typed its end is never right.
  const isUnfinished = problem !== undefined && caret !== null && problem.at >= text.trimEnd().length
  const shown = isUnfinished || options.length > 0 ? undefined : problem
  const sentence = missing ?? (shown && problemText(shown, spoken))
  /** Where the caret was last, whether or not the field still has the focus. */
  const insert = (made: string): void =>
    write(made, field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length)
  return (
    <div className="formula">
      <div className="field">
        <label className="field-label" htmlFor={`${list}-field`}>
          {words.formula}
        </label>
        <div className="formula-field">
          <div className="formula-ink" ref={ink} aria-hidden="true">
            <Underlined text={text} problem={shown} />
          </div>
          <textarea
            id={`${list}-field`}
            className="input"
            rows={2}
            spellCheck={false}
            value={text}
            placeholder={words.formulaHint}
            ref={field}
            aria-autocomplete="list"
            aria-controls={list}
            aria-describedby={said}
            aria-invalid={sentence !== undefined}
            {...(options.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
            onChange={(event) => {
              onText(event.target.value)
              setCaret(event.target.selectionStart)
              setChosen(0)
            }}
            onKeyDown={press}
            onBlur={() => setCaret(null)}
            onScroll={(event) => ink.current?.scrollTo(0, event.currentTarget.scrollTop)}
          />
        </div>
        <div
          id={list}
          role="listbox"
          aria-label={words.completions}
          className="formula-options"
          hidden={options.length === 0}
        >
          {options.map((option, index) => (
            <div
              key={`${option.kind} ${option.label}`}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              ref={index === at ? intoView : undefined}
              onPointerDown={(event) => {
                event.preventDefault()
                take(option)
              }}
            >
              <Icon name={option.kind === 'function' ? 'numbers' : 'goal'} size={13} />
              <span>{option.label}</span>
              <small>{option.detail}</small>
            </div>
          ))}
        </div>
        <p id={said} className="field-problem" aria-live="polite">
          {sentence}
        </p>
      </div>
      <FormulaHelp figures={figures} language={language} onInsert={insert} />
    </div>
  )
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })

/** The same text beneath the field, with only the line under what is wrong to be seen. */
function Underlined({ text, problem }: { text: string; problem: FormulaProblem | undefined }): ReactElement {
  if (!problem) return <>{text}</>
  const { at, length } = problem
  const end = Math.min(text.length, at + Math.max(1, length))
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end) || ' '}</mark>
      {text.slice(end)}
    </>
  )
}
