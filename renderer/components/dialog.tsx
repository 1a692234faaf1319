// A window over the window, on the browser's own modal dialog: it keeps the focus, gives it back, and closes on Escape.
// The first field has the focus, or the first button, which is the one that does nothing.
// Opening and closing are its owner's: it exists while it is open.

import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'
import { IconButton } from './button.tsx'

export interface DialogProps {
  title: string
  /** The name of the button with the cross. */
  closeLabel: string
  onClose: () => void
  children: ReactNode
  /** Buttons, the one to press first last. */
  actions?: ReactNode
  /** With it the dialog is a form, and Enter submits it. */
  onSubmit?: () => void
}

export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  actions,
  onSubmit,
}: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    const first =
      shown?.querySelector<HTMLElement>('.dialog-body input, .dialog-body textarea') ??
      shown?.querySelector<HTMLElement>('.dialog-actions button')
    first?.focus()
  }, [])
  const body = (
    <>
      <div className="dialog-body">{children}</div>
      {actions && <div className="dialog-actions">{actions}</div>}
    </>
  )
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={() => dialog.current?.close()} />
      </header>
      {onSubmit ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {body}
        </form>
      ) : (
        body
      )}
    </dialog>
  )
}
