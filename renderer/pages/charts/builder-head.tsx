// Above the builder: the chart's name, undo and redo, what can be taken away, the way into the report.

import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Menu } from '../../components/menu.tsx'
import { SettledField } from '../../components/settled-field.tsx'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { BuilderSession } from './builder-session.ts'
import { duplicateChart, openChart, openGallery, removeChart, specOf } from './chart-actions.ts'
import type { Editing } from './editing.ts'
import { InsertMenu } from './insert-menu.tsx'
import { TakeAway } from './take-away.tsx'

export interface BuilderHeadProps {
  editing: Editing
  session: BuilderSession
  /** Whether the project has the chart already. */
  kept: boolean
}

const isMac = navigator.platform.startsWith('Mac')
const keys = (...names: string[]): string =>
  isMac ? names.join('').replace('Ctrl', '⌘').replace('Shift', '⇧') : names.join('+')

export function BuilderHead({ editing, session, kept }: BuilderHeadProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const { project, chart, plot, figures, disabled } = editing
  const canUndo = useStore(session.store, ({ past }) => past.length > 0)
  const canRedo = useStore(session.store, ({ future }) => future.length > 0)
  const [failure, setFailure] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      setFailure(null)
      await work()
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <header className="builder-head">
      <a
        className="builder-back"
        href={addressOf({ screen: 'project', project: project.id, page: 'charts' })}
      >
        <Icon name="left-arrow" />
        {words.back}
      </a>
      <h1 className="visually-hidden">{chart.name || words.untitled}</h1>
      <div className="builder-name">
        <SettledField
          type="text"
          aria-label={words.name}
          placeholder={words.untitled}
          maxLength={200}
          value={chart.name}
          disabled={disabled}
          onSettle={(name) =>
            session.edit((now) => ({
              chart: { ...now.chart, name: name.trim() },
              autoName: name.trim() === '',
            }))
          }
        />
      </div>
      <fieldset className="builder-tools" aria-label={words.tools}>
        <IconButton
          icon="undo"
          label={`${words.undo} (${keys('Ctrl', 'Z')})`}
          disabled={disabled || !canUndo}
          onClick={() => session.undo()}
        />
        <IconButton
          icon="forward"
          label={`${words.redo} (${keys('Ctrl', 'Shift', 'Z')})`}
          disabled={disabled || !canRedo}
          onClick={() => session.redo()}
        />
        <TakeAway plot={plot} />
        {!disabled && !plot.warnings.includes('no-data') && (
          <InsertMenu
            project={project}
            chart={chart}
            figures={figures}
            onBefore={() => session.flush()}
            onFailure={setFailure}
          />
        )}
        {!disabled && kept && (
          <Menu
            label={words.more(chart.name || words.untitled)}
            icon="more"
            items={[
              {
                id: 'duplicate',
                label: words.duplicate,
                icon: 'copy',
                onChoose: () =>
                  void attempt(async () =>
                    openChart(project.id, await duplicateChart(project, specOf(chart), words)),
                  ),
              },
              {
                id: 'remove',
                label: words.remove,
                icon: 'bin',
                tone: 'bad',
                onChoose: () =>
                  void attempt(async () => {
                    // A save on its way would bring it back.
                    await session.flush()
                    await removeChart(project, specOf(chart), words)
                    openGallery(project.id)
                  }),
              },
            ]}
          />
        )}
      </fieldset>
      {failure !== null && (
        <div className="builder-failure">
          <ErrorNote error={failure} />
        </div>
      )}
    </header>
  )
}
