// How far a goal was met, as a word with a sign and a colour. The word alone says it all.

import type { ReactElement } from 'react'
import type { JudgedGoal, Verdict } from '../../shared/model/goal.ts'
import './figure-view.css'
import { Icon, type IconName } from './icon.tsx'

const icons: Readonly<Record<Verdict, IconName | undefined>> = {
  exceeded: 'check',
  met: 'check',
  missed: 'alert',
  unknown: undefined,
}

export function FigureVerdict({ goal }: { goal: JudgedGoal }): ReactElement {
  const icon = icons[goal.verdict]
  return (
    <span className={`verdict verdict-${goal.verdict}`}>
      {icon && <Icon name={icon} size={13} />}
      {goal.text.verdict}
    </span>
  )
}
