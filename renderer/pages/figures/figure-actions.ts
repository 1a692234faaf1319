// What is done to a whole figure: renamed, copied, taken away, each with the way back where it is needed.

import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { FiguresPageWords } from '../../../shared/text/figures-page.ts'
import { client } from '../../api.ts'
import { toast } from '../../toasts.ts'

/** Throws what the call throws, as all of these do. */
export const renameFigure = (project: Project, figure: FigureState, name: string): Promise<unknown> =>
  client.call('figures.save', { project: project.id, figure: { ...figure, name } })

/** The copy's id. It stands by itself: part of nothing, without a goal. */
export async function duplicateFigure(
  project: Project,
  figure: FigureState,
  words: FiguresPageWords,
): Promise<FigureId> {
  const { name, kind, unit, rounding, origin, scope, additive } = figure
  const copy = {
    id: `figure-${crypto.randomUUID()}` as FigureId,
    name: words.copyName(name),
    kind,
    unit,
    rounding,
    origin,
    additive,
    ...(scope === undefined ? {} : { scope }),
  }
  await client.call('figures.save', { project: project.id, figure: copy })
  toast({
    text: words.duplicated(copy.name),
    tone: 'done',
    action: {
      label: words.undo,
      run: () =>
        void client
          .call('figures.remove', { project: project.id, figure: copy.id })
          .catch(() => toast({ text: words.undoFailed, tone: 'bad' })),
    },
  })
  return copy.id
}

export async function removeFigure(
  project: Project,
  figure: FigureState,
  words: FiguresPageWords,
): Promise<void> {
  await client.call('figures.remove', { project: project.id, figure: figure.id })
  const restore = async (): Promise<void> => {
    await client.call('figures.save', { project: project.id, figure })
    if (figure.goal) await client.call('goals.save', { project: project.id, goal: figure.goal })
  }
  toast({
    text: words.removed(figure.name),
    tone: 'done',
    action: {
      label: words.undo,
      run: () => void restore().catch(() => toast({ text: words.undoFailed, tone: 'bad' })),
    },
  })
}
