// The chosen figure: all that is known of it, its rows to be opened, where it is used; its name, definition and goal to
// change, the figure itself to copy or to take away.

import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { operandsOfFormula } from '../../../shared/model/operands.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords } from '../../../shared/text/figures-page.ts'
import { goalsPageWords } from '../../../shared/text/goals-page.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { FigureDetails } from '../../components/figure-details.tsx'
import { Menu } from '../../components/menu.tsx'
import { showRows } from '../../shown-rows.ts'
import { toast } from '../../toasts.ts'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'
import { duplicateFigure, removeFigure, renameFigure } from './figure-actions.ts'
import { FigureUses } from './figure-uses-list.tsx'
import { removeGoal } from './goal-actions.ts'
import { GoalForm } from './goal-form.tsx'

export interface FigurePanelProps {
  project: Project
  figure: FigureState
  figures: readonly FigureState[]
  onFigure: (figure: FigureId) => void
  onEdit: () => void
  onClose: () => void
}

export function FigurePanel(props: FigurePanelProps): ReactElement {
  const { project, figure, figures, onFigure, onEdit, onClose } = props
  const words = useWords(figuresPageWords)
  const goals = useWords(goalsPageWords)
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'setting'>('nothing')
  const [failure, setFailure] = useState<unknown>(null)
  const { goal, origin } = figure
  const operands =
    origin.kind === 'formula'
      ? operandsOfFormula(origin.expression).flatMap((id) => figures.find((one) => one.id === id) ?? [])
      : []

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      setFailure(null)
      setDoing('nothing')
    } catch (error) {
      setFailure(error)
    }
  }
  const openRows = async (): Promise<void> => {
    // The step back leads to this figure, not to the list as it was opened.
    const here = addressOf({ screen: 'project', project: project.id, page: 'figures', place: figure.id })
    history.replaceState(null, '', here)
    if (!(await showRows(project.id, figure))) toast({ text: words.noRows, tone: 'note' })
  }
  const duplicate = async (): Promise<void> => onFigure(await duplicateFigure(project, figure, words))
  const remove = async (): Promise<void> => {
    await removeFigure(project, figure, words)
    onClose()
  }

  return (
    <section className="figures-part">
      <header className="figures-panel-head">
        {doing === 'renaming' ? (
          <RenameForm
            name={figure.name}
            onCancel={() => setDoing('nothing')}
            onSave={(name) => void attempt(() => renameFigure(project, figure, name))}
          />
        ) : (
          <>
            <h2>{figure.name}</h2>
            {!project.readOnly && (
              <>
                <IconButton icon="pen" label={words.rename} onClick={() => setDoing('renaming')} />
                <Menu
                  label={words.more}
                  icon="more"
                  items={[
                    {
                      id: 'copy',
                      label: words.duplicate,
                      icon: 'copy',
                      onChoose: () => void attempt(duplicate),
                    },
                    {
                      id: 'remove',
                      label: words.remove,
                      icon: 'bin',
                      tone: 'bad',
                      onChoose: () => void attempt(remove),
                    },
                  ]}
                />
              </>
            )}
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </>
        )}
      </header>
      {failure !== null && <ErrorNote error={failure} />}
      <FigureDetails figure={figure} language={project.language} operands={operands} onFigure={onFigure} />
      <div className="figures-actions">
        {(origin.kind === 'cell' || origin.kind === 'aggregate') && (
          <Button icon="table" onClick={() => void attempt(openRows)}>
            {words.openRows}
          </Button>
        )}
        {!project.readOnly && (
          <Button icon="pen" onClick={onEdit}>
            {words.edit}
          </Button>
        )}
      </div>
      {!project.readOnly &&
        (doing === 'setting' ? (
          <GoalForm project={project} figure={figure} onDone={() => setDoing('nothing')} />
        ) : (
          <div className="figures-actions">
            <Button kind={goal ? 'plain' : 'primary'} icon="goal" onClick={() => setDoing('setting')}>
              {goal ? goals.editGoal : goals.setGoal}
            </Button>
            {goal && (
              <Button icon="bin" onClick={() => void attempt(() => removeGoal(project, figure, goals))}>
                {goals.removeGoal}
              </Button>
            )}
          </div>
        ))}
      <FigureUses project={project} figure={figure} figures={figures} />
    </section>
  )
}

interface RenameFormProps {
  name: string
  onCancel: () => void
  onSave: (name: string) => void
}

function RenameForm({ name, onCancel, onSave }: RenameFormProps): ReactElement {
  const words = useWords(figuresPageWords)
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const written = text.trim()
    if (written === '' || written === name) onCancel()
    else onSave(written)
  }
  return (
    <form className="figures-rename" onSubmit={submit}>
      <input
        className="input"
        aria-label={words.rename}
        value={text}
        maxLength={200}
        ref={field}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button submit kind="primary" size="small">
        {words.save}
      </Button>
      <Button size="small" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  )
}
