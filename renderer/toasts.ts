// Short messages at the edge of the window, for what was done and may be undone. Failures that need reading are not toasts.

import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
  tone: 'done' | 'note' | 'bad'
  action?: { label: string; run: () => void }
}

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let made = 0

/** @example toast({ text: words.removed(name), tone: 'done', action: { label: words.undo, run: undo } }) */
export function toast(message: Omit<Toast, 'id'>): void {
  const added: Toast = { ...message, id: ++made }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), added] }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }))
}
