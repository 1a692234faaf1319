// What was given and what was found in it: import, sources with their tables, the rows themselves, and the way on to
// the report. Judges nothing: what a table is was decided when the file was read.

import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { TableId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { Button } from '../../components/button.tsx'
import { DropArea } from '../../components/drop-area.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { startImports, useImports } from '../../imports.ts'
import { pickFiles, spreadsheetEndings } from '../../pick-files.ts'
import { useSources } from '../../queries.ts'
import type { PageProps } from '../../view.ts'
import { useLanguage, useWords } from '../../words.ts'
import './data-page.css'
import { DraftButton } from './draft-button.tsx'
import { ImportRuns } from './import-runs.tsx'
import { pastedFiles } from './pasted-files.ts'
import { SourceCard } from './source-card.tsx'
import { TableFacts } from './table-facts.tsx'

const TableGrid = lazy(async () => ({ default: (await import('./table-grid.tsx')).TableGrid }))

type SourceState = CallOutput<'sources.list'>['sources'][number]

export function DataPage({ project, place }: PageProps): ReactElement {
  const words = useWords(dataWords)
  const sources = useSources(project.id)
  const hasRuns = useImports(({ runs }) =>
    runs.some((run) => run.project === project.id && run.state.step !== 'done'),
  )
  const importFiles = (files: readonly File[]): void => startImports(project.id, files)
  usePaste(project, importFiles)

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
  return (
    <DropArea label={words.dropHere} disabled={project.readOnly} onFiles={importFiles}>
      {sources.data.length === 0 ? (
        <div className="data-empty">
          <h1 className="visually-hidden">{words.title}</h1>
          <Empty project={project} onFiles={importFiles} />
          {hasRuns && <ImportRuns project={project.id} />}
        </div>
      ) : (
        <Filled project={project} sources={sources.data} place={place} onFiles={importFiles} />
      )}
    </DropArea>
  )
}

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
  const table = tables.find((candidate) => candidate.id === chosen) ?? tables[0]
  const source = sources.find((candidate) => candidate.id === table?.source)
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
            onChoose={setChosen}
          />
        ))}
      </section>
      <div className="data-table">
        {table && source ? (
          <>
            <TableFacts table={table} />
            <Suspense fallback={<Loading />}>
              <TableGrid key={`${table.id} ${source.importedAt}`} project={project.id} table={table} />
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
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (typing || !event.clipboardData) return
      const time = new Date().toLocaleTimeString(language, { hour12: false }).replaceAll(':', '-')
      const files = pastedFiles(event.clipboardData, words.pastedName(time))
      if (files.length > 0) onFiles(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
}
