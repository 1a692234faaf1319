// From the report to a file: what is still missing, the facts of the cover, the style, and the export itself.

import type { ReactElement } from 'react'
import { houseStyles } from '../../../shared/model/house-style.ts'
import type { HouseStyleId, Project } from '../../../shared/model/project.ts'
import { exportWords } from '../../../shared/text/export.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCharts, useFigures, useReport } from '../../queries.ts'
import { type PageProps, show } from '../../view.ts'
import { useWords } from '../../words.ts'
import './export-page.css'
import { ExportFile } from './export-file.tsx'
import { FactForm, factField } from './fact-form.tsx'
import { findMissing } from './missing.ts'
import { MissingList } from './missing-list.tsx'

export function ExportPage({ project }: PageProps): ReactElement {
  const words = useWords(exportWords)
  const report = useReport(project.id)
  const figures = useFigures(project.id)
  const charts = useCharts(project.id)
  const error = report.error ?? figures.error ?? charts.error
  if (error) {
    return (
      <div className="page-message">
        <h1 className="visually-hidden">{words.title}</h1>
        <ErrorNote error={error}>
          <Button onClick={() => void Promise.all([report.refetch(), figures.refetch(), charts.refetch()])}>
            {words.retry}
          </Button>
        </ErrorNote>
      </div>
    )
  }
  if (!report.data || !figures.data || !charts.data) {
    return <Loading />
  }
  const { blocks } = report.data
  if (blocks.length === 0) {
    return (
      <div className="export-empty">
        <h1 className="visually-hidden">{words.title}</h1>
        <EmptyState
          icon="sheet"
          title={words.noReport}
          actions={
            <Button
              kind="primary"
              icon="arrow"
              onClick={() => show({ screen: 'project', project: project.id, page: 'data' })}
            >
              {words.toData}
            </Button>
          }
        >
          <p>{words.noReportText}</p>
        </EmptyState>
      </div>
    )
  }
  const missing = findMissing({ facts: project.facts, blocks, figures: figures.data, charts: charts.data })
  return (
    <div className="export">
      <h1 className="visually-hidden">{words.title}</h1>
      <div className="export-main">
        <MissingList
          project={project}
          missing={missing}
          blocks={blocks}
          figures={figures.data}
          onFact={(fact) => document.getElementById(factField(fact))?.focus()}
        />
        <FactForm project={project} />
        <StyleChoice project={project} />
      </div>
      <ExportFile project={project} />
    </div>
  )
}

const styleIds = Object.keys(houseStyles) as HouseStyleId[]

function StyleChoice({ project }: { project: Project }): ReactElement {
  const words = useWords(exportWords)
  return (
    <section className="export-part">
      <Choice
        label={words.style}
        value={project.style}
        disabled={project.readOnly}
        options={styleIds.map((id) => ({
          value: id,
          label: words.styles[id].name,
          note: words.styles[id].note,
        }))}
        onChange={(style) => void client.call('projects.update', { project: project.id, style })}
      />
    </section>
  )
}
