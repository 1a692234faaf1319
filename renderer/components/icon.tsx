// The program's few icons, drawn on a 16 px grid in the colour of the text beside them. Always decoration: whoever
// shows one alone gives the control its name.

import type { ReactElement } from 'react'

const paths = {
  plus: 'M8 3v10M3 8h10',
  folder: 'M2 12.5v-9h4l1.5 2H14v7z',
  play: 'M5 3.5v9l7-4.5z',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  right: 'M6 3.5L10.5 8L6 12.5',
  down: 'M3.5 6L8 10.5L12.5 6',
  arrow: 'M3 8h10M9 4l4 4l-4 4',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.5 3v10',
  sheet: 'M4 1.8h5L12.5 5v9.2H4zM9 1.8V5h3.5M6 8.2h4.5M6 11h4.5',
  upload: 'M8 10.5V2.8M4.8 5.8L8 2.6l3.2 3.2M2.5 10.5v3h11v-3',
  download: 'M8 2.5v7.7M4.8 7.2L8 10.4l3.2-3.2M2.5 10.5v3h11v-3',
  bin: 'M2.5 4.3h11M6 4.3V2.5h4v1.8M4 4.3l.7 9.2h6.6l.7-9.2M6.7 6.8v4.2M9.3 6.8v4.2',
  alert: 'M8 2.2L14.4 13.3H1.6zM8 6.3v3.4M8 11.3v.4',
  note: 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM8 7.2v3.8M8 4.9v.4',
  sun: 'M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  moon: 'M13.3 9.6A5.6 5.6 0 0 1 6.4 2.7a5.7 5.7 0 1 0 6.9 6.9z',
  screen: 'M2 3h12v8H2zM5.5 13.7h5M8 11v2.7',
  keys: 'M1.8 4h12.4v8.2H1.8zM4.4 6.7h.4M7.8 6.7h.4M11.2 6.7h.4M5 9.6h6',
  more: 'M3.5 8h.2M7.9 8h.2M12.3 8h.2',
  clock: 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM8 4.8V8l2.4 1.7',
  redo: 'M13 5.5A5.6 5.6 0 1 0 13.6 9M13.4 2.3v3.4H10',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7',
  calendar: 'M2.5 3.6h11v9.9h-11zM2.5 6.6h11M5.3 1.9v3M10.7 1.9v3',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
