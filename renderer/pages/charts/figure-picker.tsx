// Figures to tick for a chart: a search, wholes with their parts, all parts of a whole at once, all goals at once. Arrow
// keys move from row to row, so that the list is one stop of the Tab key.

import { type KeyboardEvent, type ReactElement, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartWords } from '../../../shared/text/charts.ts'
import { Button } from '../../components/button.tsx'
import { searchFigures } from '../../components/figure-search.ts'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'
import { baseName } from './figure-layout.ts'

export interface FigurePickerProps {
  figures: readonly FigureState[]
  picked: ReadonlySet<FigureId>
  /** Of the project, in which its figures are named. */
  language: Language
  disabled: boolean
  onPick: (figures: readonly FigureState[], picked: boolean) => void
}

/** Parts that belong together: of one whole, by one dimension, in one role. */
interface Bundle {
  id: string
  name: string
  parts: readonly FigureState[]
}

interface Head {
  figure: FigureState
  bundles: readonly Bundle[]
}

const mostFound = 100

export function FigurePicker({
  figures,
  picked,
  language,
  disabled,
  onPick,
}: FigurePickerProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLFieldSetElement>(null)
  const press = (event: KeyboardEvent): void => moveFocus(event, list.current)
  const wanted = useDeferredValue(query)
  const heads = useMemo(() => headsOf(figures, language), [figures, language])
  const goals = figures.filter(({ goal }) => goal !== undefined)
  const toggle = (id: string): void =>
    setOpen(
      (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
    )
  const row = (figure: FigureState, level: 1 | 2 | 3, name = figure.name): ReactElement => (
    <label key={`${level} ${figure.id}`} className="pick-row" data-level={level} title={figure.name}>
      <input
        type="checkbox"
        data-pick
        onKeyDown={press}
        aria-label={`${figure.name} ${figure.text}`}
        checked={picked.has(figure.id)}
        disabled={disabled}
        onChange={({ target }) => onPick([figure], target.checked)}
      />
      <span>{name}</span>
      <span className="pick-value">{figure.text}</span>
    </label>
  )

  return (
    <div className="picker">
      <input
        type="search"
        className="input"
        aria-label={words.searchFigures}
        placeholder={words.searchFigures}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          rowsIn(list.current)[0]?.focus()
        }}
      />
      {goals.length > 0 && wanted === '' && (
        <Button size="small" icon="goal" disabled={disabled} onClick={() => onPick(goals, true)}>
          {words.pickGoals(goals.length)}
        </Button>
      )}
      <fieldset className="pick-list" aria-label={words.pick} ref={list}>
        {wanted === ''
          ? heads.map(({ figure, bundles }) => (
              <div key={figure.id}>
                {row(figure, 1)}
                {bundles.map((bundle) => {
                  const opened = open.has(bundle.id)
                  const isPicked = bundle.parts.every(({ id }) => picked.has(id))
                  return (
                    <div key={bundle.id}>
                      <div className="pick-bundle">
                        <button
                          type="button"
                          className="pick-opener"
                          data-pick
                          onKeyDown={press}
                          aria-expanded={opened}
                          aria-label={(opened ? words.collapse : words.expand)(bundle.name)}
                          onClick={() => toggle(bundle.id)}
                        >
                          <Icon name={opened ? 'down' : 'right'} size={12} />
                          <span>{bundle.name}</span>
                        </button>
                        <button
                          type="button"
                          className="pick-all"
                          data-pick
                          onKeyDown={press}
                          aria-label={words.pickPartsOf(bundle.name, bundle.parts.length)}
                          aria-pressed={isPicked}
                          disabled={disabled}
                          onClick={() => onPick(bundle.parts, !isPicked)}
                        >
                          {isPicked && <Icon name="check" size={12} />}
                          {words.pickParts(bundle.parts.length)}
                        </button>
                      </div>
                      {opened && bundle.parts.map((part) => row(part, 3))}
                    </div>
                  )
                })}
              </div>
            ))
          : searchFigures(figures, wanted)
              .slice(0, mostFound)
              .map((figure) => row(figure, 1))}
      </fieldset>
    </div>
  )
}

/** Parts whose whole is not there stand by themselves. */
function headsOf(figures: readonly FigureState[], language: Language): Head[] {
  const ids = new Set(figures.map(({ id }) => id))
  const bundles = new Map<FigureId, Map<string, FigureState[]>>()
  const heads: FigureState[] = []
  for (const figure of figures) {
    const { part } = figure
    if (!part || !ids.has(part.of) || part.of === figure.id) {
      heads.push(figure)
      continue
    }
    const own = bundles.get(part.of) ?? new Map<string, FigureState[]>()
    const key = [part.of, part.by, part.step ?? '', figure.role ?? ''].join(' ')
    own.set(key, [...(own.get(key) ?? []), figure])
    bundles.set(part.of, own)
  }
  const { names } = chartWords[language]
  const told = heads.map((figure) => ({
    figure,
    bundles: [...(bundles.get(figure.id) ?? [])].flatMap(([id, parts]) => {
      const [first] = parts
      if (!first?.part) return []
      const base = baseName(first, language)
      return [
        {
          id,
          parts,
          name: first.part.step ? names.trend(base, first.part.step) : names.parts(base, first.part.by),
        },
      ]
    }),
  }))
  // What has parts is what charts are mostly made of.
  return told.toSorted((one, other) => Math.sign(other.bundles.length) - Math.sign(one.bundles.length))
}

const rowsIn = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[data-pick]:enabled')] : []

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const rows = rowsIn(list)
  const now = rows.findIndex((row) => row === document.activeElement)
  const steps: Record<string, number> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    Home: 0,
    End: rows.length - 1,
  }
  const step = event.altKey ? undefined : steps[event.key]
  if (step === undefined || now < 0) return
  event.preventDefault()
  rows[Math.min(Math.max(step, 0), rows.length - 1)]?.focus()
}
