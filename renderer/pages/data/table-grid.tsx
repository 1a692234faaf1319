// The rows of one table as in the sheet: paged from the engine as they come into view, numbered by the sheet's own rows,
// units in the header. Shows; changes nothing.

import {
  CellStyleModule,
  ColumnAutoSizeModule,
  type ColDef,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  LocaleModule,
  themeQuartz,
} from 'ag-grid-community'
import { AgGridProvider, AgGridReact, type CustomInnerHeaderProps } from 'ag-grid-react'
import { type ReactElement, useMemo, useRef, useState } from 'react'
import type { ProjectId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Column, Table, TableRow } from '../../../shared/model/table.ts'
import { type DataWords, dataWords } from '../../../shared/text/data.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useLanguage, useWords } from '../../words.ts'
import { cellFormatter, isNumeric, unitOf } from './cell-text.ts'
import { rowBefore } from './row-before.ts'

const pageRows = 200
const modules = [InfiniteRowModelModule, CellStyleModule, ColumnAutoSizeModule, LocaleModule]
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

export function TableGrid({ project, table }: { project: ProjectId; table: Table }): ReactElement {
  const words = useWords(dataWords)
  const language = useLanguage()
  const [failure, setFailure] = useState<unknown>(null)
  const api = useRef<GridApi<TableRow>>(null)

  const columns = useMemo((): ColDef<TableRow>[] => {
    const numbers: ColDef<TableRow> = {
      colId: 'row',
      headerName: words.rowNumber,
      valueGetter: ({ data }) => data?.row,
      pinned: 'left',
      width: 68,
      resizable: false,
      cellClass: 'cell-row',
      headerClass: 'header-row',
    }
    return [numbers, ...table.columns.map((column, index) => columnOf(column, index, words, language))]
  }, [table.columns, words, language])

  const datasource = useMemo((): IDatasource => {
    return {
      rowCount: table.rowCount,
      getRows({ startRow, endRow, successCallback, failCallback }) {
        const after = rowBefore(table, startRow)
        client.call('tables.rows', { project, table: table.id, after, limit: endRow - startRow }).then(
          ({ rows, total }) => {
            setFailure(null)
            successCallback(rows, total)
          },
          (error: unknown) => {
            setFailure(error)
            failCallback()
          },
        )
      },
    }
  }, [project, table])

  return (
    <section className="table-grid" aria-label={words.gridName(table.name)}>
      {failure !== null && (
        <ErrorNote error={failure}>
          <Button size="small" onClick={() => api.current?.refreshInfiniteCache()}>
            {words.retry}
          </Button>
        </ErrorNote>
      )}
      <AgGridProvider modules={modules}>
        <AgGridReact<TableRow>
          // Its own words are read once, when it is made.
          key={language}
          theme={theme}
          {...(nonce ? { styleNonce: nonce } : {})}
          rowModelType="infinite"
          autoSizeStrategy={{
            type: 'fitCellContents',
            defaultMinWidth: 72,
            defaultMaxWidth: 320,
            continuous: true,
          }}
          cacheBlockSize={pageRows}
          maxBlocksInCache={20}
          infiniteInitialRowCount={Math.min(table.rowCount, pageRows)}
          columnDefs={columns}
          defaultColDef={{ resizable: true, sortable: false, suppressMovable: true }}
          datasource={datasource}
          getRowId={({ data }) => String(data.row)}
          localeText={{ loadingOoo: words.gridLoading, noRowsToShow: words.gridEmpty }}
          suppressCellFocus={false}
          onGridReady={(event) => {
            api.current = event.api
          }}
        />
      </AgGridProvider>
    </section>
  )
}

function columnOf(column: Column, index: number, words: DataWords, language: Language): ColDef<TableRow> {
  const write = cellFormatter(column, language, words)
  const misfits = (row: TableRow | undefined): boolean =>
    row?.raw?.[index] !== undefined && column.type !== 'text' && typeof row.values[index] !== 'number'
  return {
    colId: column.id,
    headerName: column.name,
    headerComponentParams: {
      innerHeaderComponent: ColumnHead,
      note: [words.types[column.type], unitOf(column, language)].filter(Boolean).join(' · '),
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

/** Name above, type and unit below. */
function ColumnHead({ displayName, note }: CustomInnerHeaderProps & { note: string }): ReactElement {
  return (
    <span className="column-head">
      <span>{displayName}</span>
      <small>{note}</small>
    </span>
  )
}

/** Pixels, until the first rows are there to be measured; columns out of sight keep them. */
const usualWidth: Readonly<Record<Column['type'], number>> = {
  integer: 96,
  number: 96,
  money: 112,
  percent: 96,
  date: 112,
  datetime: 168,
  duration: 96,
  text: 120,
  boolean: 72,
}
