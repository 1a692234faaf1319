// The first rows of a sheet as its owner knows them, with the tables found in it drawn on top: outlines with corners to
// drag, header rows tinted, rows left out greyed and tagged. Shows and asks; what is decided is its owner's.
// Over 300 lines because the sheet, its outlines and the ways to point at rows and corners share one geometry.

import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ColumnType, FoundColumn } from '../../../../shared/model/table.ts'
import { letterOf } from '../../../../shared/model/cell-address.ts'
import { type DataWords, dataWords } from '../../../../shared/text/data.ts'
import { type ReviewWords, type RowRole, reviewWords } from '../../../../shared/text/import-review.ts'
import { useWords } from '../../../words.ts'
import { typeText } from '../../../components/cell-text.ts'
import { type CellRange, columnAt, endsOf, formatCellRange } from './cell-range.ts'
import type { PreviewSheet, ReviewTable, RowRecipe } from './recipe-edits.ts'
import { reasonText } from './reasons.ts'
import { RowMenu, type RowChoice } from './row-menu.tsx'
import {
  columnsOf,
  columnWidths,
  leftOutColumns,
  linesOf,
  mergesOf,
  placesOf,
  type ReviewColumn,
  type RowKind,
  rowKind,
  type SheetLine,
  tableAt,
} from './sheet-view.ts'
import { TypeSelect } from './type-select.tsx'

/** Pixels, as in the style sheet. */
const lineHeight = 26
const lettersHeight = 24
const stripHeight = 56
const numbersWidth = 92
/** Lines drawn beyond the window on either side. */
const spare = 12

export interface Jump {
  row: number
  column: number | undefined
  /** Grows with every jump, so that the same cell can be jumped to again. */
  count: number
}

export interface PreviewGridProps {
  sheet: PreviewSheet
  tables: readonly ReviewTable[]
  /** The table that the strip of columns and the row menus are about. */
  chosen: number
  /** The letter of the column that is looked at. */
  column: string | null
  /** Cells with a problem: `row,column`. */
  odd: ReadonlySet<string>
  jump: Jump | null
  onTable: (index: number) => void
  onColumn: (letter: string) => void
  onType: (letter: string, type: ColumnType | undefined) => void
  onRange: (index: number, range: CellRange) => void
  onHeader: (rows: readonly number[]) => void
  onRow: (row: number, as: RowRecipe['as'] | undefined) => void
}

export function PreviewGrid(props: PreviewGridProps): ReactElement {
  const { sheet, tables, chosen, column, odd, jump } = props
  const words = useWords(reviewWords)
  const data = useWords(dataWords)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(sheet.rows), [sheet.rows])
  const merges = useMemo(() => mergesOf(sheet), [sheet])
  const [first, setFirst] = useState(0)
  const [drawn, setDrawn] = useState(40)
  const [active, setActive] = useState(1)
  const [menu, setMenu] = useState<{ row: number; left: number } | null>(null)
  const [dragged, setDragged] = useState<{ table: number; range: CellRange } | null>(null)

  const table = tables[chosen]
  const strip = useMemo(
    () => (table ? stripOf(table, sheet) : new Map<number, ReviewColumn>()),
    [table, sheet],
  )
  const widths = useMemo(() => {
    const types = [...strip].map(([place, { found }]) => [place, found ? noteOf(found, data) : ''] as const)
    return columnWidths(sheet, new Map(types))
  }, [sheet, strip, data])
  const headHeight = lettersHeight + (strip.size > 0 ? stripHeight : 0)
  const lefts = useMemo(() => {
    const places = [numbersWidth]
    for (const width of widths) places.push((places.at(-1) ?? 0) + width)
    return places
  }, [widths])
  const outColumns = tables.map(leftOutColumns)
  const numeric = useMemo(() => tables.map(numericColumns), [tables])

  /** The line on which a row is, or would be. */
  const lineOf = useCallback(
    (row: number): number => {
      const at = lines.findIndex((line) => line.row + (line.kind === 'gap' ? line.rows - 1 : 0) >= row)
      return at === -1 ? lines.length : at
    },
    [lines],
  )

  const look = useCallback((): void => {
    const shown = scroller.current
    if (!shown) return
    // In steps, so that scrolling draws anew only now and then.
    setFirst(Math.max(0, Math.floor(shown.scrollTop / lineHeight / 6) * 6 - spare))
    setDrawn(Math.ceil(shown.clientHeight / lineHeight) + 2 * spare + 6)
  }, [])

  useEffect(() => {
    const shown = scroller.current
    if (!shown) return
    const observer = new ResizeObserver(look)
    observer.observe(shown)
    return () => observer.disconnect()
  }, [look])

  useEffect(() => {
    const shown = scroller.current
    if (!shown || !jump) return
    const top = lineOf(jump.row) * lineHeight
    const left = jump.column === undefined ? 0 : (lefts[jump.column] ?? 0) - numbersWidth
    shown.scrollTo({
      top: Math.max(0, top - shown.clientHeight / 3),
      left: Math.max(0, left - shown.clientWidth / 3),
    })
    setActive(jump.row)
  }, [jump, lineOf, lefts])

  const top = (row: number): number => headHeight + lineOf(row) * lineHeight
  const outlineOf = ({ top: from, left, bottom, right }: CellRange) => {
    const start = top(from)
    const end =
      bottom === undefined
        ? headHeight + lines.length * lineHeight
        : top(Math.min(bottom, lastRow)) + lineHeight
    const x = lefts[left] ?? lefts.at(-1) ?? 0
    return {
      top: start,
      left: x,
      width: (lefts[Math.min(right + 1, widths.length)] ?? x) - x,
      height: Math.max(lineHeight, end - start),
    }
  }
  const lastRow = lines.at(-1)?.row ?? 1

  const cellAt = (event: PointerEvent): { row: number; column: number } => {
    const shown = scroller.current
    const box = shown?.getBoundingClientRect()
    const x = event.clientX - (box?.left ?? 0) + (shown?.scrollLeft ?? 0)
    const y = event.clientY - (box?.top ?? 0) + (shown?.scrollTop ?? 0)
    const at = lefts.findIndex((left) => left > x)
    const line = Math.max(0, Math.min(lines.length - 1, Math.floor((y - headHeight) / lineHeight)))
    return {
      row: lines[line]?.row ?? 1,
      column: Math.max(0, Math.min(widths.length - 1, (at === -1 ? lefts.length - 1 : at) - 1)),
    }
  }

  const shownLines = lines.slice(first, first + drawn)
  const below = Math.max(0, lines.length - first - drawn)
  const choose = (row: number): void => {
    setActive(row)
    setMenu({ row, left: (scroller.current?.scrollLeft ?? 0) + 8 })
  }
  const moveRow = (event: KeyboardEvent, row: number): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = lines[lineOf(row) + step]
    if (next?.kind !== 'row') return
    setActive(next.row)
    // Drawn already: there are spare lines on either side.
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next.row}"]`)?.focus()
  }

  return (
    <section ref={scroller} className="sheet-scroll" aria-label={words.grid(sheet.name)} onScroll={look}>
      <table className="preview-sheet" style={{ width: lefts.at(-1) }} aria-rowcount={lines.length}>
        <colgroup>
          <col style={{ width: numbersWidth }} />
          {widths.map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr className="sheet-letters">
            <th scope="col" className="sheet-corner">
              <span className="visually-hidden">{data.rowNumber}</span>
            </th>
            {widths.map((_, index) => (
              <th
                key={index}
                scope="col"
                className={column === letterOf(index) ? 'sheet-letter sheet-letter-chosen' : 'sheet-letter'}
              >
                {letterOf(index)}
              </th>
            ))}
          </tr>
          {strip.size > 0 && (
            <Strip
              columns={strip}
              count={widths.length}
              chosen={column}
              onColumn={props.onColumn}
              onType={props.onType}
            />
          )}
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first * lineHeight }} aria-hidden="true" />}
          {shownLines.map((line) =>
            line.kind === 'gap' ? (
              <tr key={line.row} className="sheet-gap">
                <td colSpan={widths.length + 1}>
                  <span>{words.gap(line.rows)}</span>
                </td>
              </tr>
            ) : (
              <Line
                key={line.row}
                line={line}
                columns={widths.length}
                tables={tables}
                chosen={chosen}
                outColumns={outColumns}
                numeric={numeric}
                merges={merges}
                odd={odd}
                jumped={jump?.row === line.row ? jump : null}
                active={active === line.row}
                onMenu={choose}
                onMove={moveRow}
                onTable={props.onTable}
              />
            ),
          )}
          {below > 0 && <tr style={{ height: below * lineHeight }} aria-hidden="true" />}
        </tbody>
      </table>
      {tables.map(({ range }, index) => {
        const shown = dragged?.table === index ? dragged.range : range
        return (
          <Outline
            key={index}
            box={outlineOf(shown)}
            range={shown}
            open={shown.bottom === undefined}
            chosen={index === chosen}
            limits={{ row: lastRow, column: widths.length - 1 }}
            cellAt={cellAt}
            onDrag={(next) => setDragged(next && { table: index, range: next })}
            onRange={(next) => props.onRange(index, next)}
          />
        )
      })}
      {menu !== null && table && (
        <RowMenu
          label={words.rowMenu(menu.row)}
          choices={rowChoices(table, menu.row, words, props)}
          top={Math.max(headHeight, top(menu.row) + lineHeight)}
          left={menu.left}
          onClose={() => {
            setMenu(null)
            scroller.current?.querySelector<HTMLElement>(`[data-row="${menu.row}"]`)?.focus()
          }}
        />
      )}
    </section>
  )
}

const noteOf = ({ type, step }: FoundColumn, data: DataWords): string => typeText(type, step, data)

const numericTypes: ReadonlySet<ColumnType> = new Set(['integer', 'number', 'money', 'percent', 'duration'])

/** Columns of the sheet whose cells stand to the right. */
const numericColumns = (table: ReviewTable): ReadonlySet<number> =>
  new Set(
    (table.found?.columns ?? [])
      .filter(({ type }) => numericTypes.has(type))
      .flatMap(({ letter }) => placesOf(table, letter)),
  )

function rowChoices(
  { asked, found }: ReviewTable,
  row: number,
  words: ReviewWords,
  { onHeader, onRow }: Pick<PreviewGridProps, 'onHeader' | 'onRow'>,
): RowChoice[] {
  const header = asked.headerRows
  const isHeader = header.includes(row)
  const beside = header.includes(row - 1) || header.includes(row + 1)
  const decided = asked.rows.find((own) => own.row === row)
  const why = decided?.as ?? found?.skipped.find((left) => left.row === row)?.why
  const rest = header.filter((own) => own !== row)
  const choices: RowChoice[] = [
    {
      id: 'header',
      label: words.headerOnly,
      checked: isHeader && header[0] === row,
      onChoose: () => onHeader([row]),
    },
  ]
  if (beside && !isHeader) {
    choices.push({
      id: 'too',
      label: words.headerToo,
      checked: false,
      onChoose: () => onHeader([...header, row]),
    })
  }
  if (isHeader)
    choices.push({ id: 'not', label: words.headerNot, checked: false, onChoose: () => onHeader(rest) })
  if (isHeader) return choices
  for (const role of roles) {
    choices.push({
      id: role,
      label: words.roles[role],
      checked: why === role || (role === 'data' && why === undefined),
      apart: role === 'data',
      onChoose: () => onRow(row, role),
    })
  }
  if (decided) {
    choices.push({
      id: 'reset',
      label: words.roleReset,
      checked: false,
      apart: true,
      onChoose: () => onRow(row, undefined),
    })
  }
  return choices
}

const roles: readonly RowRole[] = ['data', 'title', 'note', 'subtotal', 'total', 'footnote']

/** Each column of the sheet and the column of the table that its cells are in. */
const stripOf = (table: ReviewTable, sheet: PreviewSheet): ReadonlyMap<number, ReviewColumn> =>
  new Map(
    columnsOf(table, sheet)
      .filter(({ isLabel }) => !isLabel)
      .flatMap((column) => placesOf(table, column.letter).map((place) => [place, column] as const)),
  )

interface StripProps {
  columns: ReadonlyMap<number, ReviewColumn>
  /** Columns of the sheet. */
  count: number
  chosen: string | null
  onColumn: (letter: string) => void
  onType: (letter: string, type: ColumnType | undefined) => void
}

/** Name and type of each column of the table, over its cells. */
function Strip({ columns, count, chosen, onColumn, onType }: StripProps): ReactElement {
  const words = useWords(reviewWords)
  const { types } = useWords(dataWords)
  return (
    <tr className="sheet-strip">
      <th scope="row" className="sheet-corner">
        <span className="visually-hidden">{words.type}</span>
      </th>
      {Array.from({ length: count }, (_, index) => {
        const column = columns.get(index)
        if (!column) return <td key={index} className="strip-none" aria-hidden="true" />
        const { letter, name, found, leftOut, changed } = column
        if (columnAt(letter) !== index) {
          return (
            <td key={index} className="strip-cell strip-also">
              {name}
            </td>
          )
        }
        return (
          <td key={index} className={`strip-cell${chosen === letter ? ' strip-cell-chosen' : ''}`}>
            <button
              type="button"
              className="strip-name"
              aria-pressed={chosen === letter}
              aria-label={words.column(letter, name)}
              title={[name, found && reasonText(found, words, types)].filter(Boolean).join('\n')}
              onClick={() => onColumn(letter)}
              onFocus={() => onColumn(letter)}
            >
              {name}
              {changed && <span className="changed-dot" title={words.changed} />}
            </button>
            {found && !leftOut ? (
              <TypeSelect
                label={words.typeOf(name)}
                type={found.type}
                step={found.step}
                decided={found.reason?.type === 'user'}
                small
                onType={(type) => onType(letter, type)}
              />
            ) : (
              <span className="strip-out">{words.leftOut}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface LineProps {
  line: Extract<SheetLine, { kind: 'row' }>
  columns: number
  tables: readonly ReviewTable[]
  chosen: number
  outColumns: readonly ReadonlySet<number>[]
  numeric: readonly ReadonlySet<number>[]
  merges: ReturnType<typeof mergesOf>
  odd: ReadonlySet<string>
  jumped: Jump | null
  active: boolean
  onMenu: (row: number) => void
  onMove: (event: KeyboardEvent, row: number) => void
  onTable: (index: number) => void
}

function Line({
  line: { row, hidden, cells },
  columns,
  tables,
  chosen,
  outColumns,
  numeric,
  merges,
  odd,
  jumped,
  active,
  onMenu,
  onMove,
  onTable,
}: LineProps): ReactElement {
  const words = useWords(reviewWords)
  const { why } = useWords(dataWords)
  const own = tables[chosen] && rowKind(tables[chosen], row)
  const kind = own ?? tables.map((table) => rowKind(table, row)).find((other) => other && other !== 'data')
  const tag =
    kind === 'header'
      ? words.headerTag
      : kind === undefined || kind === 'data'
        ? hidden && words.hidden
        : why[kind]
  return (
    <tr className={`sheet-row${hidden ? ' sheet-row-hidden' : ''}`}>
      <th scope="row" className={kind === 'header' ? 'sheet-number sheet-number-header' : 'sheet-number'}>
        <button
          type="button"
          data-row={row}
          tabIndex={active ? 0 : -1}
          aria-haspopup="menu"
          title={words.rowMenu(row)}
          onClick={() => onMenu(row)}
          onKeyDown={(event) => onMove(event, row)}
        >
          {tag && <span className="row-tag">{tag}</span>} {row}
        </button>
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const key = `${row},${column}`
        if (merges.covered.has(key)) return null
        const at = tableAt(tables, row, column)
        const span = merges.spans.get(key) ?? 1
        const inTable = tables[at]
        const role: RowKind | undefined = inTable ? rowKind(inTable, row) : undefined
        const classes = [
          inTable ? cellClass(role) : 'cell-outside',
          outColumns[at]?.has(column) && 'cell-left-out',
          role && summed.has(role) && numeric[at]?.has(column) && 'cell-number',
          odd.has(key) && 'cell-odd',
          jumped && (jumped.column === column || jumped.column === undefined) && 'cell-jumped',
          !inTable && kind && kind !== 'data' && 'cell-runs-on',
        ]
        return (
          <td
            key={column}
            colSpan={span}
            className={classes.filter(Boolean).join(' ')}
            onPointerDown={at === -1 || at === chosen ? undefined : () => onTable(at)}
          >
            {cells[column] ?? ''}
          </td>
        )
      })}
    </tr>
  )
}

/** Rows with numbers in the columns of numbers. */
const summed: ReadonlySet<RowKind> = new Set(['data', 'subtotal', 'total'])

const cellClass = (kind: RowKind | undefined): string =>
  kind === 'header' ? 'cell-header' : kind === 'data' ? 'cell-data' : 'cell-skipped'

interface OutlineProps {
  box: { top: number; left: number; width: number; height: number }
  range: CellRange
  open: boolean
  chosen: boolean
  limits: { row: number; column: number }
  cellAt: (event: PointerEvent) => { row: number; column: number }
  /** The range while it is dragged; null when it is let go. */
  onDrag: (range: CellRange | null) => void
  onRange: (range: CellRange) => void
}

/** The frame around a table; that of the chosen one has corners to move. */
function Outline({ box, range, open, chosen, limits, cellAt, onDrag, onRange }: OutlineProps): ReactElement {
  const words = useWords(reviewWords)
  const drag = useRef<{ from: CellRange; now: CellRange } | null>(null)
  const to = (corner: Corner, row: number, column: number): CellRange => {
    if (corner === 'from') {
      return {
        ...range,
        top: Math.min(row, range.bottom ?? limits.row),
        left: Math.min(column, range.right),
      }
    }
    const right = Math.max(column, range.left)
    // Dragged to the last row in sight it is open below.
    if (row >= limits.row) return { top: range.top, left: range.left, right }
    return { ...range, right, bottom: Math.max(row, range.top) }
  }
  const handle = (corner: Corner): ReactElement => (
    <button
      type="button"
      className={`table-outline-handle table-outline-${corner}`}
      aria-label={`${corner === 'from' ? words.handleFrom : words.handleTo} ${endsOf(range)[corner]}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: range, now: range }
      }}
      onPointerMove={(event) => {
        if (!drag.current) return
        const { row, column } = cellAt(event)
        drag.current.now = to(corner, row, column)
        onDrag(drag.current.now)
      }}
      onPointerUp={() => {
        const ended = drag.current
        drag.current = null
        onDrag(null)
        if (ended && formatCellRange(ended.now) !== formatCellRange(ended.from)) onRange(ended.now)
      }}
      onPointerCancel={() => {
        drag.current = null
        onDrag(null)
      }}
      onKeyDown={(event) => {
        const step = arrows[event.key]
        if (!step) return
        event.preventDefault()
        const row = corner === 'from' ? range.top : (range.bottom ?? limits.row)
        const column = corner === 'from' ? range.left : range.right
        const next = to(
          corner,
          Math.max(1, row + step[0]),
          Math.max(0, Math.min(limits.column, column + step[1])),
        )
        onRange(next)
      }}
    />
  )
  return (
    <div
      className={`table-outline${chosen ? ' table-outline-chosen' : ''}${open ? ' table-outline-open' : ''}`}
      style={box}
    >
      {chosen && handle('from')}
      {chosen && handle('to')}
    </div>
  )
}

type Corner = 'from' | 'to'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
