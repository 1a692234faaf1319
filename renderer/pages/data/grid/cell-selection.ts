// The block of cells that is selected in the table view, from the cell where it was begun to the one it reaches.

/** Both count from 0: rows as they are shown, columns as in the table. */
export interface CellPlace {
  row: number
  column: number
}

export interface CellSelection {
  anchor: CellPlace
  focus: CellPlace
}

export interface CellSpan {
  top: number
  bottom: number
  left: number
  right: number
}

export const spanOf = ({ anchor, focus }: CellSelection): CellSpan => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
})

export const isOneCell = ({ anchor, focus }: CellSelection): boolean =>
  anchor.row === focus.row && anchor.column === focus.column

export const inSpan = ({ top, bottom, left, right }: CellSpan, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** One step further, by an arrow key; with `far` to the end. Undefined for any other key. */
export function extended(
  { anchor, focus }: CellSelection,
  key: string,
  far: boolean,
  size: { rows: number; columns: number },
): CellSelection | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  const step = steps[key]
  if (!step) return undefined
  const reach = far ? Math.max(size.rows, size.columns) : 1
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))
  return {
    anchor,
    focus: {
      row: within(focus.row + step[0] * reach, size.rows),
      column: within(focus.column + step[1] * reach, size.columns),
    },
  }
}
