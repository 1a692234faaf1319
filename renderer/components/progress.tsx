// How far a piece of work is: a bar, with the words and numbers of its owner. Says it aloud only as a progress bar does.

import type { ReactElement } from 'react'
import './progress.css'

export interface ProgressProps {
  /** Names the work: 正在读取 日报.xlsx. */
  label: string
  /** From 0 to 1; absent while it is not known. */
  share?: number | undefined
}

export function Progress({ label, share }: ProgressProps): ReactElement {
  const percent = share === undefined ? undefined : Math.round(Math.min(share, 1) * 100)
  return (
    <div
      className={`progress${percent === undefined ? ' progress-unknown' : ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className="progress-done" style={percent === undefined ? {} : { width: `${percent}%` }} />
    </div>
  )
}
