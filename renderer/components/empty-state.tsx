// What a place shows while there is nothing in it: what it is for, and the way to fill it.

import type { ReactElement, ReactNode } from 'react'
import './notes.css'
import { Icon, type IconName } from './icon.tsx'

export interface EmptyStateProps {
  icon: IconName
  title: string
  children?: ReactNode
  actions?: ReactNode
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps): ReactElement {
  return (
    <div className="empty">
      <Icon name={icon} size={28} />
      <h2 className="empty-title">{title}</h2>
      {children}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  )
}
