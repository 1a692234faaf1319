// How the values of a column are spread: a bar for each stretch of them, to be clicked.

import type { ReactElement } from 'react'
import type { ColumnProfile } from '../../../../shared/model/table.ts'

export interface HistogramProps {
  label: string
  bars: ColumnProfile['bars']
  /** Says a bar: 10 至 20：37 行. */
  nameOf: (bar: ColumnProfile['bars'][number]) => string
  ends: { from: string; to: string }
  onChoose: (index: number) => void
}

export function Histogram({ label, bars, nameOf, ends, onChoose }: HistogramProps): ReactElement {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure className="histogram" aria-label={label}>
      <div className="histogram-bars">
        {bars.map((bar, index) => (
          <button
            key={index}
            type="button"
            className="histogram-bar"
            aria-label={nameOf(bar)}
            title={nameOf(bar)}
            disabled={bar.count === 0}
            onClick={() => onChoose(index)}
          >
            <span style={{ height: `${bar.count === 0 ? 0 : Math.max(3, (bar.count / most) * 100)}%` }} />
          </button>
        ))}
      </div>
      <p className="histogram-ends" aria-hidden="true">
        <span>{ends.from}</span>
        <span>{ends.to}</span>
      </p>
    </figure>
  )
}
