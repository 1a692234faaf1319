// The report: read it, write it, see it as it will be printed. An empty one offers the way to a first draft.

import { type ReactElement, useState } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCharts, useFigures, useReport, useSources } from '../../queries.ts'
import { type PageProps, show } from '../../view.ts'
import { useWords } from '../../words.ts'
import './report-page.css'
import { ReportEditor } from './report-editor.tsx'
import { hasSession } from './report-session.ts'

export function ReportPage({ project, place }: PageProps): ReactElement {
  const words = useWords(editorWords)
  const report = useReport(project.id)
  const figures = useFigures(project.id)
  const charts = useCharts(project.id)
  const [blank, setBlank] = useState(false)
  const [ready, setReady] = useState(() => hasSession(project.id))
  const failed = [report, figures, charts].find((query) => query.error && query.data === undefined)

  if (failed) {
    return (
      <div className="page-message">
        <ErrorNote error={failed.error}>
          <Button onClick={() => void failed.refetch()}>{words.retry}</Button>
        </ErrorNote>
      </div>
    )
  }
  // What was read earlier may be older than what this page saved when it was left.
  if (!ready && report.data && !report.isFetching) setReady(true)
  if (!ready || !report.data || !figures.data || !charts.data) {
    return <Loading />
  }
  const started = blank || hasSession(project.id)
  if (report.data.blocks.length === 0 && !started)
    return <EmptyReport project={project} onBlank={() => setBlank(true)} />
  return (
    <ReportEditor
      key={project.id}
      project={project}
      report={report.data}
      figures={figures.data}
      charts={charts.data}
      place={place}
    />
  )
}

function EmptyReport({ project, onBlank }: { project: Project; onBlank: () => void }): ReactElement {
  const words = useWords(editorWords)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const hasTables = useSources(project.id).data?.some((source) => source.tables.length > 0) ?? false

  async function draft(): Promise<void> {
    setBusy(true)
    try {
      await client.call('report.draft', { project: project.id })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="report-empty">
      <EmptyState
        icon="sheet"
        title={words.emptyTitle}
        actions={
          project.readOnly ? null : (
            <>
              {hasTables ? (
                <Button kind="primary" disabled={busy} onClick={() => void draft()}>
                  {busy ? words.drafting : words.draft}
                </Button>
              ) : (
                <Button
                  kind="primary"
                  icon="arrow"
                  onClick={() => show({ screen: 'project', project: project.id, page: 'data' })}
                >
                  {words.toData}
                </Button>
              )}
              <Button onClick={onBlank}>{words.blank}</Button>
            </>
          )
        }
      >
        <p>{hasTables ? words.emptyText : words.emptyWithoutData}</p>
        {failure !== null && <ErrorNote error={failure} />}
      </EmptyState>
    </div>
  )
}
