// What was given and what was found in it: import, sources with their tables, the rows themselves, and the way on to
// the report. Judges nothing: what a table is was decided when the file was read.

import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { TableId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { earlierRecipe } from '../../../shared/model/recipe-of.ts'
import type { Problem } from '../../../shared/model/source.ts'
import type { Table } from '../../../shared/model/table.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { Button } from '../../components/button.tsx'
import { DropArea } from '../../components/drop-area.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { hasEnded, useImports } from '../../imports.ts'
import { pickFiles, spreadsheetEndings } from '../../pick-files.ts'
import { useSources } from '../../queries.ts'
import { type ShownRows, useShownRows } from '../../shown-rows.ts'
import type { PageProps } from '../../view.ts'
import { useLanguage, useWords } from '../../words.ts'
import './data-page.css'
import { DraftButton } from './draft-button.tsx'
import { FigureRowsNote } from './figure-rows-note.tsx'
import { ImportRuns } from './import-runs.tsx'
import { pastedFiles } from './pasted-files.ts'
import type { RowTarget as GridTarget } from './grid/table-grid.tsx'
import { parseCellRange } from './review/cell-range.ts'
import { reviewFiles, useReview } from './review/review.ts'
import { SourceCard } from './source-card.tsx'
import { SuggestionsLine } from './suggestions-line.tsx'
import { TableFacts } from './table-facts.tsx'

const TableGrid = lazy(async () => ({ default: (await import('./grid/table-grid.tsx')).TableGrid }))
const ImportReview = lazy(async () => ({
  default: (await import('./review/import-review.tsx')).ImportReview,
}))

type SourceState = CallOutput<'sources.list'>['sources'][number]

export function DataPage({ project, place }: PageProps): ReactElement {
  const words = useWords(dataWords)
  const sources = useSources(project.id)
  const hasRuns = useImports(({ runs }) =>
    runs.some((run) => run.project === project.id && run.state.step !== 'done'),
  )
  const inReview = useReview(({ review }) => review?.project === project.id)
  const giveFiles = (files: readonly File[]): void =>
    reviewFiles(
      project.id,
      files.map((file) => ({ file, base: earlierRecipe(sources.data ?? [], file.name) })),
    )
  const rowsAsked = useShownRows(({ shown }) => shown?.count ?? 0)
  usePaste(project, giveFiles)

  if (sources.error && !sources.data) {
    return (
      <div className="page-message">
        <h1 className="visually-hidden">{words.title}</h1>
        <ErrorNote error={sources.error}>
          <Button onClick={() => void sources.refetch()}>{words.retry}</Button>
        </ErrorNote>
      </div>
    )
  }
  if (!sources.data) return <Loading />
  if (inReview) {
    return (
      <DropArea label={words.dropHere} onFiles={giveFiles}>
        <Suspense fallback={<Loading />}>
          <ImportReview existing={new Set(sources.data.map(({ name }) => name))} onAdd={giveFiles} />
        </Suspense>
      </DropArea>
    )
  }
  return (
    <DropArea label={words.dropHere} disabled={project.readOnly} onFiles={giveFiles}>
      {sources.data.length === 0 ? (
        <div className="data-empty">
          <h1 className="visually-hidden">{words.title}</h1>
          <Empty project={project} onFiles={giveFiles} />
          {hasRuns && <ImportRuns project={project.id} />}
        </div>
      ) : (
        <Filled
          key={`${place ?? ''} ${rowsAsked}`}
          project={project}
          sources={sources.data}
          place={place}
          onFiles={giveFiles}
        />
      )}
    </DropArea>
  )
}

interface RowTarget extends GridTarget {
  table: TableId
}

function isIn({ sheet, row }: Problem, table: Table): boolean {
  const range = parseCellRange(table.range)
  return (
    (sheet === undefined || sheet === table.sheet) &&
    (row === undefined ||
      range === undefined ||
      (row >= range.top && row <= (range.bottom ?? Number.POSITIVE_INFINITY)))
  )
}

/** What was asked for before the screen was shown, when it is this table's. */
function askedRows(project: Project, place: string | undefined): ShownRows | null {
  const { shown } = useShownRows.getState()
  return shown?.project === project.id && shown.table === place ? shown : null
}

/** One cell is gone to among all the rows; filters would hide what stands around it. */
const isCell = ({ row, filters }: ShownRows): boolean => row !== undefined && filters.length === 0

const cellOf = (asked: ShownRows | null): RowTarget | null =>
  asked?.row !== undefined && isCell(asked)
    ? { table: asked.table, row: asked.row, column: asked.column, count: asked.count }
    : null

interface FilledProps {
  project: Project
  sources: readonly SourceState[]
  place: string | undefined
  onFiles: (files: readonly File[]) => void
}

function Filled({ project, sources, place, onFiles }: FilledProps): ReactElement {
  const words = useWords(dataWords)
  const tables = sources.flatMap((source) => source.tables)
  const [chosen, setChosen] = useState<TableId | null>((place as TableId | undefined) ?? null)
  // What was just imported is what the user wants to see, of several files the first.
  const imported = useImports(({ runs }) => {
    const run = runs.find((one) => one.project === project.id && one.state.step === 'done')
    return run?.state.step === 'done' ? run.state.imported.source.id : null
  })
  const isImporting = useImports(({ runs }) =>
    runs.some((run) => run.project === project.id && !hasEnded(run)),
  )
  const table =
    tables.find((candidate) => candidate.id === chosen) ??
    tables.find((candidate) => candidate.source === imported) ??
    tables[0]
  const source = sources.find((candidate) => candidate.id === table?.source)
  // The rows of a figure, as long as nothing else is chosen: its filters and its column, or its one cell.
  const [asked, setAsked] = useState(() => askedRows(project, place))
  const [target, setTarget] = useState<RowTarget | null>(() => cellOf(asked))
  /** The table that the problem is in, brought to the row. */
  const goTo = (problem: Problem, from: SourceState): void => {
    const home = from.tables.find((other) => isIn(problem, other)) ?? from.tables[0]
    if (!home || problem.row === undefined) return
    const { row, column } = problem
    setChosen(home.id)
    setAsked(null)
    setTarget((last) => ({ table: home.id, row, column, count: (last?.count ?? 0) + 1 }))
  }
  return (
    <div className="data">
      <header className="data-head">
        <h1>{words.title}</h1>
        <p>{words.summary(sources.length, tables.length)}</p>
        {!project.readOnly && (
          <Button icon="upload" onClick={() => void pickSheets().then(onFiles)}>
            {words.import}
          </Button>
        )}
        <DraftButton project={project} disabled={tables.length === 0} />
      </header>
      <section className="data-sources" aria-label={words.sources}>
        <ImportRuns project={project.id} />
        {sources.map((candidate) => (
          <SourceCard
            key={candidate.id}
            project={project}
            source={candidate}
            chosen={table?.id ?? null}
            onChoose={(id) => {
              setTarget(null)
              setAsked(null)
              setChosen(id)
            }}
            onProblem={(problem) => goTo(problem, candidate)}
          />
        ))}
      </section>
      <div className="data-table">
        {table && source ? (
          <>
            <TableFacts table={table} />
            {asked?.table === table.id ? (
              <FigureRowsNote project={project.id} figure={asked.figure} />
            ) : (
              imported !== null &&
              !isImporting && <SuggestionsLine project={project.id} source={imported} tables={tables} />
            )}
            <Suspense fallback={<Loading />}>
              <TableGrid
                key={`${table.id} ${source.importedAt}`}
                project={project.id}
                table={table}
                target={target?.table === table.id ? target : null}
                beginning={asked?.table === table.id && !isCell(asked) ? asked : undefined}
              />
            </Suspense>
          </>
        ) : (
          <EmptyState icon="table" title={words.noTables} />
        )}
      </div>
    </div>
  )
}

function Empty({
  project,
  onFiles,
}: {
  project: Project
  onFiles: (files: readonly File[]) => void
}): ReactElement {
  const words = useWords(dataWords)
  return (
    <div className={project.readOnly ? '' : 'data-drop'}>
      <EmptyState
        icon="table"
        title={words.emptyTitle}
        actions={
          !project.readOnly && (
            <Button kind="primary" icon="upload" onClick={() => void pickSheets().then(onFiles)}>
              {words.import}
            </Button>
          )
        }
      >
        <p>{words.emptyText}</p>
        <p>{words.emptyFormats}</p>
        <p>{words.emptyPaste}</p>
      </EmptyState>
    </div>
  )
}

const pickSheets = (): Promise<File[]> => pickFiles({ accept: spreadsheetEndings, multiple: true })

function usePaste(project: Project, onFiles: (files: readonly File[]) => void): void {
  const words = useWords(dataWords)
  const language = useLanguage()
  useEffect(() => {
    if (project.readOnly) return
    const paste = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (typing || !event.clipboardData) return
      const time = new Date().toLocaleTimeString(language, { hour12: false }).replaceAll(':', '-')
      const files = pastedFiles(event.clipboardData, words.pastedName(time))
      if (files.length > 0) event.preventDefault()
      if (files.length > 0) onFiles(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
}
