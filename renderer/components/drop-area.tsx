// A place on which files may be dropped: its whole content, with a veil that says what dropping does.
// What is dropped is handed on as it is; folders and text are left alone.

import { type DragEvent, type ReactElement, type ReactNode, useRef, useState } from 'react'
import './drop-area.css'
import { Icon } from './icon.tsx'

export interface DropAreaProps {
  /** Said on the veil: 松开鼠标，导入这些表格. */
  label: string
  disabled?: boolean
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}

export function DropArea({ label, disabled = false, onFiles, children }: DropAreaProps): ReactElement {
  const [over, setOver] = useState(false)
  // Every element inside sends its own enter and leave.
  const depth = useRef(0)

  const carriesFiles = (event: DragEvent): boolean => !disabled && event.dataTransfer.types.includes('Files')
  const enter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth.current += 1
    setOver(true)
  }
  const leave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    depth.current -= 1
    if (depth.current === 0) setOver(false)
  }
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }

  return (
    <div
      className="drop-area"
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault()
      }}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-veil">
          <p>
            <Icon name="upload" size={20} />
            {label}
          </p>
        </div>
      )}
    </div>
  )
}
