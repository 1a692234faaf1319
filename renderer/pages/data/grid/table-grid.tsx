// The rows of one table as in the sheet: paged from the engine as they come into view, numbered by the sheet's own rows,
// sorted and filtered by the engine, a block of cells to be selected and copied. Shows; changes nothing.
// Over 300 lines because the grid's events, the selection and the clipboard share the grid and what is on its pages.

import {
  type CellFocusedEvent,
  type CellMouseOverEvent,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type ColDef,
  type GridApi,
  type GridReadyEvent,
  type IDatasource,
  InfiniteRowModelModule,
  type IRowNode,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  type SortModelItem,
  themeQuartz,
} from 'ag-grid-community'
import { AgGridProvider, AgGridReact, type CustomInnerHeaderProps } from 'ag-grid-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ColumnId, ProjectId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { Column, RowFilter, RowOrder, Table, TableRow } from '../../../../shared/model/table.ts'
import { sheetRow } from '../../../../shared/model/cell-address.ts'
import { type DataWords, dataWords } from '../../../../shared/text/data.ts'
import { type TableViewWords, tableViewWords } from '../../../../shared/text/table-view.ts'
import { client } from '../../../api.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Icon } from '../../../components/icon.tsx'
import { toast } from '../../../toasts.ts'
import { useLanguage, useWords } from '../../../words.ts'
import { cellFormatter, columnNote, isNumeric } from '../../../components/cell-text.ts'
import { type CellSelection, extended, inSpan, spanOf } from './cell-selection.ts'
import { ColumnPanel } from './column-panel.tsx'
import { asHtml, asText, type CellBlock } from './copied-cells.ts'
import { GridTools } from './grid-tools.tsx'
import './table-grid.css'

const pageRows = 200
/** As many rows as the engine gives at once. */
const copiedRows = 1000
/** More would stop the page, and most programs that it is pasted into. */
const copiedCells = 500_000

const modules = [
  InfiniteRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
]
const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce

const theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  headerBackgroundColor: 'var(--surface)',
  headerTextColor: 'var(--ink)',
  headerFontWeight: 600,
  borderColor: 'var(--line)',
  rowHoverColor: 'var(--hover)',
  accentColor: 'var(--accent)',
  rowHeight: 30,
  headerHeight: 44,
  cellHorizontalPadding: 12,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  columnBorder: true,
})

/** A row of the sheet to be shown; `count` grows, so that the same one can be asked for again. */
export interface RowTarget {
  row: number
  /** Its id, its name or its letter. */
  column?: string | undefined
  count: number
}

/** What the view begins with: filters in force, and the column they were put there for. */
export interface Beginning {
  filters: readonly RowFilter[]
  column?: ColumnId | undefined
}

export interface TableGridProps {
  project: ProjectId
  table: Table
  target: RowTarget | null
  /** Read once; what is done in the view afterwards is the user's. */
  beginning?: Beginning | undefined
}

export function TableGrid({ project, table, target, beginning }: TableGridProps): ReactElement {
  const words = useWords(dataWords)
  const viewWords = useWords(tableViewWords)
  const language = useLanguage()
  const [failure, setFailure] = useState<unknown>(null)
  const [filters, setFilters] = useState<readonly RowFilter[]>(beginning?.filters ?? [])
  const [total, setTotal] = useState(table.rowCount)
  const [opened, setOpened] = useState<ColumnId | null>(null)
  const [selected, setSelected] = useState<CellSelection | null>(null)
  const api = useRef<GridApi<TableRow>>(null)
  const selection = useRef<CellSelection | null>(null)
  const extending = useRef(false)
  const order = useRef<RowOrder[]>([])
  const wrapper = useRef<HTMLDivElement>(null)
  const openedColumn = table.columns.find(({ id }) => id === opened)

  const select = useCallback((next: CellSelection | null): void => {
    selection.current = next
    setSelected(next)
    // The class of each cell on the screen is asked for anew.
    api.current?.refreshCells({ force: true, suppressFlash: true })
  }, [])

  const columns = useMemo((): ColDef<TableRow>[] => {
    const numbers: ColDef<TableRow> = {
      colId: 'row',
      headerName: words.rowNumber,
      valueGetter: ({ data }) => data && sheetRow(table.layout, data.row),
      pinned: 'left',
      width: 76,
      resizable: false,
      sortable: false,
      cellClass: 'cell-row',
      headerClass: 'header-row',
    }
    const isSelected = (row: number | null | undefined, column: number): boolean =>
      selection.current !== null &&
      row !== null &&
      row !== undefined &&
      inSpan(spanOf(selection.current), row, column)
    const inTable = table.columns.map((column, index) => ({
      ...columnOf(column, index, { words, viewWords, language }, () => setOpened(column.id)),
      cellClassRules: {
        'cell-selected': ({ node }: { node: IRowNode<TableRow> }) => isSelected(node.rowIndex, index),
      },
    }))
    return [numbers, ...inTable]
  }, [table.columns, table.layout, words, viewWords, language])

  /** Held apart: a datasource made anew would fetch everything anew. */
  const showFirst = useRef<(rows: number) => void>(() => undefined)
  const datasource = useMemo((): IDatasource => {
    return {
      ...(filters.length === 0 && { rowCount: table.rowCount }),
      getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
        order.current = sortModel.map(orderOf)
        const page = { from: startRow, limit: endRow - startRow, order: order.current, filters: [...filters] }
        client.call('tables.rows', { project, table: table.id, ...page }).then(
          (answer) => {
            setFailure(null)
            setTotal(answer.total)
            successCallback(answer.rows, answer.total)
            showFirst.current(answer.total)
          },
          (error: unknown) => {
            setFailure(error)
            failCallback()
          },
        )
      },
    }
  }, [project, table, filters])

  const changeFilters = (next: readonly RowFilter[]): void => {
    select(null)
    setFilters(next)
  }

  const sort = (column: ColumnId, descending: boolean): void =>
    void api.current?.applyColumnState({
      state: [{ colId: column, sort: descending ? 'desc' : 'asc' }],
      defaultState: { sort: null },
    })

  /** By the sheet's own number: rows are in the sheet's order then, all of them. */
  const goTo = useCallback(
    async (row: number, column?: string): Promise<void> => {
      setFilters((before) => (before.length === 0 ? before : []))
      api.current?.applyColumnState({ defaultState: { sort: null } })
      try {
        const { index } = await client.call('tables.place', { project, table: table.id, row })
        const at = Math.max(
          0,
          table.columns.findIndex(({ id, name, letter }) => [id, name, letter].includes(column ?? '')),
        )
        const id = table.columns[at]?.id
        // After another order or other filters it does not know yet how many there are.
        api.current?.setRowCount(table.rowCount, true)
        api.current?.ensureIndexVisible(index, 'middle')
        if (id === undefined) return
        api.current?.ensureColumnVisible(id)
        // The grid tells of its focus as if the cell had been clicked.
        extending.current = true
        api.current?.setFocusedCell(index, id)
        // A row that was asked for is shown whole, a problem by its cell.
        const last = column === undefined ? table.columns.length - 1 : at
        select({ anchor: { row: index, column: at }, focus: { row: index, column: last } })
      } catch (error) {
        setFailure(error)
      }
    },
    [project, table, select],
  )

  /** Its column as a block, from the first row to the last, when it is known how many pass. */
  const toShow = useRef(beginning?.column)
  const showColumn = useCallback(
    (rows: number): void => {
      const column = table.columns.findIndex(({ id }) => id === toShow.current)
      const id = toShow.current
      toShow.current = undefined
      if (id === undefined || column === -1 || rows === 0) return
      api.current?.ensureColumnVisible(id, 'middle')
      select({ anchor: { row: 0, column }, focus: { row: rows - 1, column } })
    },
    [table.columns, select],
  )

  useEffect(() => {
    showFirst.current = showColumn
  }, [showColumn])

  const isReady = useRef(false)
  useEffect(() => {
    if (target && isReady.current) void goTo(target.row, target.column)
  }, [target, goTo])

  async function rowsBetween(top: number, bottom: number): Promise<TableRow[]> {
    const rows: TableRow[] = []
    for (let from = top; from <= bottom; from += copiedRows) {
      const limit = Math.min(copiedRows, bottom - from + 1)
      const page = { from, limit, order: order.current, filters: [...filters] }
      rows.push(...(await client.call('tables.rows', { project, table: table.id, ...page })).rows)
    }
    return rows
  }

  const done = (rows: number, count: number): void =>
    toast({ text: viewWords.copied(rows.toLocaleString(language), count), tone: 'done' })

  const blockOf = (left: number, right: number, rows: readonly TableRow[], head: boolean): CellBlock => ({
    columns: table.columns.map((column, index) => ({ column, index })).slice(left, right + 1),
    rows,
    head,
  })

  /** What is not on the screen has to be fetched first; the clipboard waits for it. */
  async function copyLater(span: ReturnType<typeof spanOf>, head: boolean): Promise<void> {
    const { top, bottom, left, right } = span
    const count = right - left + 1
    if ((bottom - top + 1) * count > copiedCells) {
      toast({ text: viewWords.tooMany(copiedCells.toLocaleString(language)), tone: 'note' })
      return
    }
    const block = rowsBetween(top, bottom).then((rows) => blockOf(left, right, rows, head))
    const written = (type: string, write: (made: CellBlock) => string): Promise<Blob> =>
      block.then((made) => new Blob([write(made)], { type }))
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': written('text/plain', asText),
          'text/html': written('text/html', asHtml),
        }),
      ])
      done(bottom - top + 1, count)
    } catch {
      toast({ text: viewWords.notCopied, tone: 'bad' })
    }
  }

  const copy = (event: ClipboardEvent): void => {
    const now = selection.current
    if (!now || (event.target instanceof HTMLElement && event.target.matches('input'))) return
    event.preventDefault()
    const span = spanOf(now)
    const rows: TableRow[] = []
    for (let row = span.top; row <= span.bottom && rows.length === row - span.top; row++) {
      const data = api.current?.getDisplayedRowAtIndex(row)?.data
      if (data) rows.push(data)
    }
    const height = span.bottom - span.top + 1
    if (rows.length < height) return void copyLater(span, false)
    const block = blockOf(span.left, span.right, rows, false)
    event.clipboardData.setData('text/plain', asText(block))
    event.clipboardData.setData('text/html', asHtml(block))
    done(height, span.right - span.left + 1)
  }

  /** Before the grid sees it: to the grid Shift and an arrow are only an arrow. */
  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.closest('.ag-cell')) return
    const control = event.ctrlKey || event.metaKey
    const now = selection.current
    const size = { rows: total, columns: table.columns.length }
    if (control && event.key.toLowerCase() === 'a') {
      select({
        anchor: { row: 0, column: 0 },
        focus: { row: size.rows - 1, column: size.columns - 1 },
      })
    } else if (event.shiftKey && now) {
      const next = extended(now, event.key, control, size)
      if (!next) return
      select(next)
      api.current?.ensureIndexVisible(next.focus.row)
      const id = table.columns[next.focus.column]?.id
      if (id !== undefined) api.current?.ensureColumnVisible(id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  // The grid compares what it is given with what it had: new functions at every selection would be work for nothing.
  const placeOf = useCallback(
    (row: number | null | undefined, id: string | undefined) => {
      const column = table.columns.findIndex((own) => own.id === id)
      return row === null || row === undefined || column === -1 ? undefined : { row, column }
    },
    [table.columns],
  )
  const begin = useCallback(
    (event: GridReadyEvent<TableRow>): void => {
      api.current = event.api
      isReady.current = true
      if (target) void goTo(target.row, target.column)
    },
    [target, goTo],
  )
  const restart = useCallback((): void => {
    select(null)
    api.current?.ensureIndexVisible(0, 'top')
  }, [select])
  /** At once: the grid tells of it a moment later, when a key may have been pressed already. */
  const pressCell = ({ target: pressed, shiftKey }: PointerEvent): void => {
    extending.current = shiftKey
    const cell = pressed instanceof Element ? pressed.closest('.ag-cell') : null
    const row = cell?.closest('.ag-row')?.getAttribute('row-index')
    const place = placeOf(row ? Number(row) : undefined, cell?.getAttribute('col-id') ?? undefined)
    const now = selection.current
    if (place) select(shiftKey && now ? { ...now, focus: place } : { anchor: place, focus: place })
  }
  const dragOver = useCallback(
    ({ event, node, column }: CellMouseOverEvent<TableRow>): void => {
      if (!(event instanceof MouseEvent) || event.buttons !== 1) return
      const place = placeOf(node.rowIndex, column.getColId())
      const now = selection.current
      if (place && now) select({ ...now, focus: place })
    },
    [placeOf, select],
  )
  const focusCell = useCallback(
    ({ rowIndex, column }: CellFocusedEvent<TableRow>): void => {
      if (extending.current) {
        extending.current = false
        return
      }
      const place = placeOf(rowIndex, typeof column === 'string' ? column : column?.getColId())
      const now = selection.current
      // The block that begins there may have grown since.
      const isThere = now && now.anchor.row === place?.row && now.anchor.column === place.column
      if (place && !isThere) select({ anchor: place, focus: place })
    },
    [placeOf, select],
  )
  const isFiltered = filters.length > 0
  const localeText = useMemo(
    () => ({
      loadingOoo: words.gridLoading,
      noRowsToShow: isFiltered ? viewWords.noRows : words.gridEmpty,
    }),
    [words, viewWords, isFiltered],
  )

  return (
    <section className="table-grid" aria-label={words.gridName(table.name)}>
      <GridTools
        table={table}
        total={total}
        filters={filters}
        selected={selected}
        onFilters={changeFilters}
        onColumn={setOpened}
        onRow={(row) => void goTo(row)}
      />
      {failure !== null && (
        <ErrorNote error={failure}>
          <Button size="small" onClick={() => api.current?.refreshInfiniteCache()}>
            {words.retry}
          </Button>
        </ErrorNote>
      )}
      <div className="table-grid-body">
        <div
          className="table-grid-rows"
          ref={wrapper}
          onKeyDownCapture={press}
          onPointerDownCapture={pressCell}
          onCopy={copy}
        >
          <AgGridProvider modules={modules}>
            <AgGridReact<TableRow>
              // Its own words are read once, when it is made.
              key={language}
              theme={theme}
              {...(nonce ? { styleNonce: nonce } : {})}
              rowModelType="infinite"
              autoSizeStrategy={fitCells}
              cacheBlockSize={pageRows}
              maxBlocksInCache={20}
              infiniteInitialRowCount={Math.min(table.rowCount, pageRows)}
              columnDefs={columns}
              defaultColDef={anyColumn}
              datasource={datasource}
              getRowId={idOf}
              localeText={localeText}
              suppressCellFocus={false}
              onGridReady={begin}
              onSortChanged={restart}
              onCellMouseOver={dragOver}
              onCellFocused={focusCell}
            />
          </AgGridProvider>
        </div>
        {openedColumn && (
          <ColumnPanel
            key={openedColumn.id}
            project={project}
            table={table}
            column={openedColumn}
            filters={filters}
            onFilters={changeFilters}
            onSort={(descending) => sort(openedColumn.id, descending)}
            onCopy={() => {
              const at = table.columns.indexOf(openedColumn)
              void copyLater({ top: 0, bottom: total - 1, left: at, right: at }, true)
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </section>
  )
}

const fitCells = {
  type: 'fitCellContents',
  defaultMinWidth: 84,
  defaultMaxWidth: 320,
  continuous: true,
} as const

const anyColumn = { resizable: true, sortable: true, suppressMovable: true }

const idOf = ({ data }: { data: TableRow }): string => String(data.row)

const orderOf = ({ colId, sort }: SortModelItem): RowOrder => ({
  column: colId as ColumnId,
  descending: sort === 'desc',
})

interface Speech {
  words: DataWords
  viewWords: TableViewWords
  language: Language
}

function columnOf(
  column: Column,
  index: number,
  { words, viewWords, language }: Speech,
  onOpen: () => void,
): ColDef<TableRow> {
  const write = cellFormatter(column, language, words)
  const misfits = (row: TableRow | undefined): boolean =>
    row?.raw?.[index] !== undefined && column.type !== 'text' && row.values[index] === null
  return {
    colId: column.id,
    headerName: column.name,
    headerComponentParams: {
      innerHeaderComponent: ColumnHead,
      note: columnNote(column, language, words),
      label: viewWords.openColumn(column.name),
      onOpen,
    },
    valueGetter: ({ data }) => data && (data.raw?.[index] ?? write(data.values[index] ?? null)),
    width: usualWidth[column.type],
    cellClass: ({ data }) => [
      isNumeric(column) ? 'cell-number' : 'cell-text',
      misfits(data) ? 'cell-misfit' : '',
    ],
    headerClass: isNumeric(column) ? 'header-number' : '',
  }
}

interface ColumnHeadProps extends CustomInnerHeaderProps {
  note: string
  label: string
  onOpen: () => void
}

/** Name above, type and unit below, and the way to the column's profile, which is no click on the header itself. */
function ColumnHead({ displayName, note, label, onOpen }: ColumnHeadProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const shown = button.current
    // The grid hears a click on the header before React does, and would sort.
    const open = (event: Event): void => {
      event.stopPropagation()
      onOpen()
    }
    shown?.addEventListener('click', open)
    return () => shown?.removeEventListener('click', open)
  }, [onOpen])
  return (
    <span className="column-head">
      <span className="column-head-text">
        <span>{displayName}</span>
        <small>{note}</small>
      </span>
      <button
        ref={button}
        type="button"
        className="column-head-open"
        aria-label={label}
        title={label}
        tabIndex={-1}
      >
        <Icon name="down" size={12} />
      </button>
    </span>
  )
}

/** Pixels, until the first rows are there to be measured; columns out of sight keep them. */
const usualWidth: Readonly<Record<Column['type'], number>> = {
  integer: 104,
  number: 104,
  money: 120,
  percent: 104,
  date: 120,
  datetime: 176,
  duration: 104,
  text: 128,
  boolean: 84,
}
