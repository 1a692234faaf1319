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
  up: 'M3.5 10L8 5.5L12.5 10',
  arrow: 'M3 8h10M9 4l4 4l-4 4',
  'left-arrow': 'M13 8H3M7 4L3 8l4 4',
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
  undo: 'M3.2 6.5h6.3a3.7 3.7 0 0 1 0 7.3H6.5M5.9 3.6L3 6.5l2.9 2.9',
  forward: 'M12.8 6.5H6.5a3.7 3.7 0 0 0 0 7.3h3M10.1 3.6L13 6.5l-2.9 2.9',
  bullets: 'M6.3 4h7.2M6.3 8h7.2M6.3 12h7.2M2.8 4h.4M2.8 8h.4M2.8 12h.4',
  numbers: 'M7 4h6.5M7 8h6.5M7 12h6.5M2.3 3.2l1.2-.7v3.2M2.2 10.7c.3-1 2-.9 1.9.1c0 .8-1.3 1.2-1.9 2h2',
  left: 'M2.5 3.8h11M2.5 6.6h7M2.5 9.4h11M2.5 12.2h7',
  center: 'M2.5 3.8h11M4.5 6.6h7M2.5 9.4h11M4.5 12.2h7',
  end: 'M2.5 3.8h11M6.5 6.6h7M2.5 9.4h11M6.5 12.2h7',
  justify: 'M2.5 3.8h11M2.5 6.6h11M2.5 9.4h11M2.5 12.2h11',
  at: 'M10.4 8a2.4 2.4 0 1 1-4.8 0a2.4 2.4 0 0 1 4.8 0zm0-2.3v3.1c0 1.9 3.1 2 3.1-.8A5.5 5.5 0 1 0 11 12.6',
  chart: 'M2.5 2.5v11h11M5.5 11V8.2M8.3 11V5M11.1 11V6.8',
  break: 'M4 2v3.5h8V2M4 14v-3.5h8V14M1.8 8h1.6M5.4 8H7M9 8h1.6M12.6 8h1.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.5 3.5',
  pen: 'M2.8 13.2l.6-2.8l7.3-7.3l2.2 2.2l-7.3 7.3zM9.3 4.5l2.2 2.2',
  goal: 'M3.5 14V2.5h8.5l-2 3l2 3H3.5',
  grip: 'M6 4h.2M10 4h.2M6 8h.2M10 8h.2M6 12h.2M10 12h.2',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  picture: 'M2 3h12v10H2zM2 11l3.5-3.5l3 3l2-2L14 12M10.6 6h.2',
  swap: 'M3 5.5h9M9.5 2.8L12.2 5.5L9.5 8.2M13 10.5H4M6.5 7.8L3.8 10.5l2.7 2.7',
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
