// How the values of a column are spread: a bar for each stretch of them, to be clicked, or gone through by the arrow
// keys and chosen by Enter. One stop for the Tab key: bars are too many and too slim to be buttons.
// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
// The keys are the list's: it keeps the focus and says which bar is meant.

import { type KeyboardEvent, type ReactElement, useId, useState } from 'react'
import type { ColumnProfile } from '../../../../shared/model/table.ts'

type Bar = ColumnProfile['bars'][number]

export interface HistogramProps {
  label: string
  bars: readonly Bar[]
  /** Says a bar: 10 至 20：37 行. */
  nameOf: (bar: Bar) => string
  ends: { from: string; to: string }
  /** The bar that the rows are filtered by, or -1. */
  chosen: number
  onChoose: (index: number) => void
}

export function Histogram({ label, bars, nameOf, ends, chosen, onChoose }: HistogramProps): ReactElement {
  const id = useId()
  const [active, setActive] = useState(-1)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const shown = bars[active]
  const press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: active + 1,
      ArrowLeft: active - 1,
      Home: 0,
      End: bars.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) setActive(Math.max(0, Math.min(bars.length - 1, step)))
    else if ((event.key === 'Enter' || event.key === ' ') && active >= 0) onChoose(active)
    else return
    event.preventDefault()
  }
  return (
    <div className="histogram">
      <div
        className="histogram-bars"
        role="listbox"
        aria-label={label}
        aria-orientation="horizontal"
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setActive(-1)}
        onPointerLeave={() => setActive(-1)}
      >
        {bars.map((bar, index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-label={nameOf(bar)}
            className={index === active ? 'histogram-bar histogram-bar-active' : 'histogram-bar'}
            onPointerEnter={() => setActive(index)}
            onClick={() => onChoose(index)}
          >
            <span style={{ height: `${bar.count === 0 ? 0 : Math.max(3, (bar.count / most) * 100)}%` }} />
          </div>
        ))}
      </div>
      <p className="histogram-note" aria-hidden="true">
        <span>{shown ? nameOf(shown) : ends.from}</span>
        {!shown && <span>{ends.to}</span>}
      </p>
    </div>
  )
}
