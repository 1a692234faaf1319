// The toasts of the moment, in a corner. One goes by itself after a while, not while the pointer or the focus is on it.

import { type ReactElement, useEffect, useState } from 'react'
import type { Toast } from '../toasts.ts'
import './toast-list.css'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

const shownMs = 6000

export interface ToastListProps {
  toasts: readonly Toast[]
  /** What the region is called, and the cross of a toast. */
  label: string
  closeLabel: string
  onDismiss: (id: number) => void
}

export function ToastList({ toasts, label, closeLabel, onDismiss }: ToastListProps): ReactElement {
  return (
    <section className="toasts" aria-label={label} aria-live="polite">
      {toasts.map((shown) => (
        <ToastItem key={shown.id} toast={shown} closeLabel={closeLabel} onDismiss={onDismiss} />
      ))}
    </section>
  )
}

interface ToastItemProps {
  toast: Toast
  closeLabel: string
  onDismiss: (id: number) => void
}

function ToastItem({ toast, closeLabel, onDismiss }: ToastItemProps): ReactElement {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onDismiss(toast.id), shownMs)
    return () => clearTimeout(timer)
  }, [held, onDismiss, toast.id])
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) }
  const focus = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) }
  return (
    <div className={`toast toast-${toast.tone}`} {...hold} {...focus}>
      <Icon name={toast.tone === 'done' ? 'check' : toast.tone === 'bad' ? 'alert' : 'note'} />
      <p>{toast.text}</p>
      {toast.action && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            toast.action?.run()
            onDismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={closeLabel} onClick={() => onDismiss(toast.id)} />
    </div>
  )
}
