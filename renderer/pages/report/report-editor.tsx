// The screen while a report is open: outline, the sheets with their tools, inspector. Gives the session's editor its place
// on the page and what the project says.

import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ChartState } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { type HouseStyle, houseStyles } from '../../../shared/model/house-style.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Report } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { factWords } from '../../../shared/text/facts.ts'
import { useFactDraft } from '../../fact-draft.ts'
import { useWords } from '../../words.ts'
import type { SaveStatus } from './autosave.ts'
import { CompletionList } from './completion-list.tsx'
import { FigureCard } from './figure-card.tsx'
import { Inspector } from './inspector.tsx'
import { goTo, writeAtEnd } from './moves.ts'
import { Outline } from './outline.tsx'
import { paperStyle, zoomFor } from './paper.ts'
import { openSession } from './report-session.ts'
import { SaveProblem } from './save-problem.tsx'
import { Toolbar } from './toolbar.tsx'

export interface ReportEditorProps {
  project: Project
  report: Report
  figures: readonly FigureState[]
  charts: readonly ChartState[]
  place: string | undefined
}

export function ReportEditor({ project, report, figures, charts, place }: ReportEditorProps): ReactElement {
  const words = useWords(editorWords)
  const labels = useWords(factWords)
  const facts = useFactDraft(project)
  const style = houseStyles[project.style]
  const shown = useMemo(
    () => ({
      figures: new Map(figures.map((figure) => [figure.id, figure])),
      charts: new Map(charts.map((chart) => [chart.id, chart])),
      facts: facts.values,
      language: project.language,
      style,
      words,
      labels,
    }),
    [figures, charts, facts.values, project.language, style, words, labels],
  )
  const [session] = useState(() => openSession(project.id, report, shown))
  const [status, setStatus] = useState<SaveStatus>(() => session.autosave.status())
  const { editor, live, autosave } = session
  const canvas = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const zoom = useFittingZoom(canvas, style)

  useLayoutEffect(() => live.setState(shown), [live, shown])
  useLayoutEffect(() => editor.setEditable(!project.readOnly, false), [editor, project.readOnly])
  useLayoutEffect(() => {
    if (!paper.current || !canvas.current) return
    return session.show({ paper: paper.current, canvas: canvas.current, onStatus: setStatus })
  }, [session])
  useEffect(() => autosave.seen(report), [autosave, report])
  useEffect(() => {
    if (place !== undefined) goTo(editor, place as BlockId)
  }, [editor, place])

  return (
    <div className="report">
      <Outline editor={editor} live={live} />
      <div className="report-main">
        <Toolbar editor={editor} live={live} readOnly={project.readOnly} />
        <SaveProblem status={status} autosave={autosave} />
        <div
          className="canvas"
          ref={canvas}
          style={paperStyle(style, zoom, documentWords[project.language].captionGap, words.captionPrompt)}
        >
          <div
            className="paper"
            ref={paper}
            lang={project.language}
            role="presentation"
            onMouseDown={(event) => event.target === event.currentTarget && writeAtEnd(editor)}
          />
          <CompletionList editor={editor} />
          <FigureCard editor={editor} live={live} />
        </div>
      </div>
      <Inspector editor={editor} live={live} project={project} facts={facts} />
    </div>
  )
}

/** Follows the width of the place; never so fine that a scroll bar coming and going makes it flicker. */
function useFittingZoom(place: { readonly current: HTMLElement | null }, style: HouseStyle): number {
  const [zoom, setZoom] = useState(1)
  useEffect(() => {
    if (!place.current) return
    const margin = 64
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setZoom(Math.floor(zoomFor(style, entry.contentRect.width - margin) * 50) / 50)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, style])
  return zoom
}
