// The chosen figure: all that is known of it, its name to change, its goal to set or to take away.

import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords } from '../../../shared/text/figures-page.ts'
import { client } from '../../api.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { FigureDetails } from '../../components/figure-details.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { GoalForm } from './goal-form.tsx'

export interface FigurePanelProps {
  project: Project
  figure: FigureState
  onClose: () => void
}

export function FigurePanel({ project, figure, onClose }: FigurePanelProps): ReactElement {
  const words = useWords(figuresPageWords)
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'setting'>('nothing')
  const [failure, setFailure] = useState<unknown>(null)
  const { goal } = figure

  async function attempt(work: () => Promise<unknown>, after: () => void): Promise<void> {
    try {
      await work()
      setFailure(null)
      setDoing('nothing')
      after()
    } catch (error) {
      setFailure(error)
    }
  }

  const removeGoal = (): Promise<void> =>
    attempt(
      () => client.call('goals.remove', { project: project.id, figure: figure.id }),
      () =>
        toast({
          text: words.goalRemoved(figure.name),
          tone: 'done',
          ...(goal
            ? {
                action: {
                  label: words.undo,
                  run: () => void client.call('goals.save', { project: project.id, goal }),
                },
              }
            : {}),
        }),
    )
  const remove = (): Promise<void> =>
    attempt(
      () => client.call('figures.remove', { project: project.id, figure: figure.id }),
      () => {
        onClose()
        toast({
          text: words.removed(figure.name),
          tone: 'done',
          action: {
            label: words.undo,
            run: () => void client.call('figures.save', { project: project.id, figure }),
          },
        })
      },
    )

  return (
    <section className="figures-part">
      <header className="figures-panel-head">
        {doing === 'renaming' ? (
          <RenameForm
            name={figure.name}
            onCancel={() => setDoing('nothing')}
            onSave={(name) =>
              void attempt(
                () => client.call('figures.save', { project: project.id, figure: { ...figure, name } }),
                () => undefined,
              )
            }
          />
        ) : (
          <>
            <h2>{figure.name}</h2>
            {!project.readOnly && (
              <IconButton icon="pen" label={words.rename} onClick={() => setDoing('renaming')} />
            )}
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </>
        )}
      </header>
      {failure !== null && <ErrorNote error={failure} />}
      <FigureDetails figure={figure} language={project.language} />
      {!project.readOnly &&
        (doing === 'setting' ? (
          <GoalForm project={project} figure={figure} onDone={() => setDoing('nothing')} />
        ) : (
          <div className="figures-actions">
            <Button kind={goal ? 'plain' : 'primary'} icon="goal" onClick={() => setDoing('setting')}>
              {goal ? words.editGoal : words.setGoal}
            </Button>
            {goal && (
              <Button icon="bin" onClick={() => void removeGoal()}>
                {words.removeGoal}
              </Button>
            )}
            {figure.origin.kind === 'typed' && (
              <Button icon="bin" onClick={() => void remove()}>
                {words.remove}
              </Button>
            )}
          </div>
        ))}
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
