// How far a piece of work is: a bar. Words and numbers beside it are its owner's.

import type { ReactElement } from 'react'
import './progress.css'

export interface ProgressProps {
  /** Names the work: 正在读取 日报.xlsx. */
  label: string
  /** From 0 to 1; absent while it is not known. */
  share?: number | undefined
}

export function Progress({ label, share }: ProgressProps): ReactElement {
  return <progress className="progress" aria-label={label} max={1} value={share} />
}
