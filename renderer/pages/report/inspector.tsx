// Beside the sheets: what is selected and what can be done with it; with nothing special selected, the figures to
// insert and what the report amounts to.

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { CellSelection, isInTable } from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { ChartId, FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Aspect } from '../../../shared/model/report.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { Button } from '../../components/button.tsx'
import { FigureDetails } from '../../components/figure-details.tsx'
import { FigureList } from '../../components/figure-list.tsx'
import { show } from '../../view.ts'
import type { FactDraft } from '../../fact-draft.ts'
import { useWords } from '../../words.ts'
import { ChartInspector } from './chart-inspector.tsx'
import { insertChoice } from './completion.ts'
import { FactsForm } from './facts-form.tsx'
import type { Live } from './live.ts'
import { Statistics } from './statistics.tsx'
import { TableInspector } from './table-inspector.tsx'

type Looked =
  | { kind: 'mention'; position: number; figure: FigureId; aspect: Aspect }
  | { kind: 'chart'; chart: ChartId }
  | { kind: 'cover' | 'table' | 'text' }

export interface InspectorProps {
  editor: Editor
  live: Live
  project: Project
  facts: FactDraft
}

export function Inspector({ editor, live, project, facts }: InspectorProps): ReactElement {
  const words = useWords(editorWords)
  const looked = useEditorState({ editor, selector: look })
  return (
    <aside className="inspector" aria-label={words.inspector}>
      <Part looked={looked} editor={editor} live={live} project={project} facts={facts} />
    </aside>
  )
}

function Part({
  looked,
  editor,
  live,
  project,
  facts,
}: InspectorProps & { looked: Looked }): ReactElement | null {
  switch (looked.kind) {
    case 'mention':
      return <MentionInspector {...looked} editor={editor} live={live} project={project} />
    case 'chart':
      return <ChartInspector chart={looked.chart} live={live} project={project} />
    case 'cover':
      return <FactsForm facts={facts} disabled={project.readOnly} />
    case 'table':
      return editor.isEditable ? (
        <TableInspector editor={editor} />
      ) : (
        <TextInspector editor={editor} live={live} />
      )
    case 'text':
      return <TextInspector editor={editor} live={live} />
  }
}

function look({ editor }: { editor: Editor }): Looked {
  const { selection } = editor.state
  const { $from, from } = selection
  const node = selection instanceof NodeSelection ? selection.node : null
  if (node?.type.name === 'mention') {
    return {
      kind: 'mention',
      position: from,
      figure: node.attrs.figure as FigureId,
      aspect: node.attrs.aspect as Aspect,
    }
  }
  const block = $from.depth > 0 ? $from.node(1) : node
  if (block?.type.name === 'chart') return { kind: 'chart', chart: block.attrs.chart as ChartId }
  if (block?.type.name === 'cover' || node?.type.name === 'fact') return { kind: 'cover' }
  const inTable =
    selection instanceof CellSelection || isInTable(editor.state) || $from.parent.type.name === 'caption'
  return { kind: inTable ? 'table' : 'text' }
}

interface MentionInspectorProps extends Omit<InspectorProps, 'facts'> {
  position: number
  figure: FigureId
  aspect: Aspect
}

function MentionInspector({
  editor,
  live,
  project,
  position,
  figure,
  aspect,
}: MentionInspectorProps): ReactElement {
  const words = useWords(editorWords)
  const state = useStore(live, (shown) => shown.figures.get(figure))
  const choices = (Object.keys(words.aspects) as Aspect[]).filter(
    (one) => one === aspect || isTold(one, state),
  )
  const { view } = editor
  return (
    <section className="inspector-part" aria-labelledby="mention-inspector">
      <h2 id="mention-inspector">{state?.name ?? words.figures}</h2>
      {state && <FigureDetails figure={state} language={project.language} />}
      {editor.isEditable && (
        <>
          <label className="field">
            <span className="field-label">{words.shown}</span>
            <select
              className="input"
              value={aspect}
              onChange={(event) =>
                view.dispatch(view.state.tr.setNodeAttribute(position, 'aspect', event.target.value))
              }
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {words.aspects[one]}
                </option>
              ))}
            </select>
          </label>
          <div className="inspector-actions">
            <Button
              size="small"
              icon="arrow"
              onClick={() => show({ screen: 'project', project: project.id, page: 'figures', place: figure })}
            >
              {words.openFigure}
            </Button>
            <Button
              size="small"
              icon="bin"
              onClick={() => {
                view.dispatch(view.state.tr.delete(position, position + 1))
                view.focus()
              }}
            >
              {words.remove}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Whether the figure has anything to say of that. */
function isTold(
  aspect: Aspect,
  figure: { at?: string | undefined; period?: unknown; goal?: unknown } | undefined,
): boolean {
  if (aspect === 'value') return true
  if (aspect === 'at') return figure?.at !== undefined
  if (aspect === 'period') return figure?.period !== undefined
  return figure?.goal !== undefined
}

function TextInspector({ editor, live }: { editor: Editor; live: Live }): ReactElement {
  const words = useWords(editorWords)
  const figures = useStore(live, (shown) => shown.figures)
  return (
    <>
      <section className="inspector-part inspector-figures" aria-labelledby="figures-inspector">
        <h2 id="figures-inspector">{words.figures}</h2>
        {editor.isEditable && <p className="inspector-hint">{words.insertHint}</p>}
        <FigureList
          figures={[...figures.values()]}
          disabled={!editor.isEditable}
          labelOf={words.insertNamed}
          onChoose={({ id }) =>
            insertChoice(editor.view, { node: { type: 'mention', attrs: { figure: id, aspect: 'value' } } })
          }
        />
      </section>
      <Statistics live={live} />
    </>
  )
}
