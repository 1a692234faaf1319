// The screen while a report is open: outline, the sheets with their tools, inspector. Holds the editor and hands it what
// the project says; saving is the session's.

import { getSchema } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { type HouseStyle, houseStyles } from '../../../shared/model/house-style.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Report } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { type EditorWords, editorWords } from '../../../shared/text/editor.ts'
import { useWords } from '../../words.ts'
import type { SaveStatus } from './autosave.ts'
import { CompletionList } from './completion-list.tsx'
import { toBlocks, toDocument } from './document.ts'
import { useFacts } from './facts-form.tsx'
import { FigureCard } from './figure-card.tsx'
import { Inspector } from './inspector.tsx'
import { createLive } from './live.ts'
import { goTo, isAdopted, showReport, startInText, writeAtEnd } from './moves.ts'
import { Outline } from './outline.tsx'
import { paperStyle, zoomFor } from './paper.ts'
import { leaveSession, openSession } from './report-session.ts'
import { SaveProblem } from './save-problem.tsx'
import { reportExtensions } from './schema.ts'
import { Toolbar } from './toolbar.tsx'

export interface ReportEditorProps {
  project: Project
  report: Report
  figures: readonly FigureState[]
  charts: readonly ChartSpec[]
  place: string | undefined
}

export function ReportEditor({ project, report, figures, charts, place }: ReportEditorProps): ReactElement {
  const words = useWords(editorWords)
  const facts = useFacts(project)
  const style = houseStyles[project.style]
  const [session] = useState(() => openSession(project.id, report))
  const [status, setStatus] = useState<SaveStatus>(() => session.autosave.status())
  const shown = useMemo(
    () => ({
      figures: new Map(figures.map((figure) => [figure.id, figure])),
      charts: new Map(charts.map((chart) => [chart.id, chart])),
      facts: facts.values,
      language: project.language,
      style,
      words,
    }),
    [figures, charts, facts.values, project.language, style, words],
  )
  const editorProps = useMemo(() => ({ attributes: attributesOf(words) }), [words])
  const [live] = useState(() => createLive(shown))
  const [extensions] = useState(() => reportExtensions(live))
  const [content] = useState(() => toDocument(session.blocks, getSchema(extensions)))
  const editor = useEditor(
    {
      extensions,
      content,
      editable: !project.readOnly,
      enableInputRules: false,
      enablePasteRules: false,
      injectCSS: false,
      editorProps,
      shouldRerenderOnTransaction: false,
      onCreate: ({ editor: created }) => startInText(created),
      onUpdate({ editor: { state }, transaction }) {
        session.blocks = toBlocks(state.doc)
        if (!isAdopted(transaction)) session.autosave.changed()
      },
      onBlur: () => void session.autosave.flush(),
    },
    [live],
  )

  useEffect(() => live.setState(shown), [live, shown])
  useEffect(() => editor.setOptions({ editorProps }), [editor, editorProps])
  useEffect(() => {
    session.onStatus = setStatus
    session.adopt = (other) => showReport(editor, other.blocks)
    return () => void leaveSession(project.id)
  }, [editor, project.id, session])
  useEffect(() => session.autosave.seen(report), [session, report])
  useEffect(() => {
    if (place !== undefined) goTo(editor, place as BlockId)
  }, [editor, place])

  const canvas = useRef<HTMLDivElement>(null)
  const zoom = useFittingZoom(canvas, style)

  return (
    <div className="report">
      <Outline editor={editor} live={live} />
      <div className="report-main">
        <Toolbar editor={editor} live={live} readOnly={project.readOnly} />
        <SaveProblem status={status} session={session} />
        <div className="canvas" ref={canvas} style={paperStyle(style, zoom, documentWords[project.language].captionGap, words.captionPrompt)}>
          <div className="paper" lang={project.language} onMouseDown={(event) => event.target === event.currentTarget && writeAtEnd(editor)}>
            <EditorContent editor={editor} />
          </div>
          <CompletionList editor={editor} />
          <FigureCard editor={editor} live={live} />
        </div>
      </div>
      <Inspector editor={editor} live={live} project={project} facts={facts} />
    </div>
  )
}

const attributesOf = ({ text }: EditorWords): Record<string, string> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': text,
  'aria-autocomplete': 'list',
  class: 'paper-text',
})

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
