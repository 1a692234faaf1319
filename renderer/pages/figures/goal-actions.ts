// Takes a goal away, with the way back.

import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { GoalsPageWords } from '../../../shared/text/goals-page.ts'
import { client } from '../../api.ts'
import { toast } from '../../toasts.ts'

/** Throws what the call throws. */
export async function removeGoal(
  project: Project,
  figure: FigureState,
  words: GoalsPageWords,
): Promise<void> {
  const { goal } = figure
  if (!goal) return
  await client.call('goals.remove', { project: project.id, figure: figure.id })
  toast({
    text: words.goalRemoved(figure.name),
    tone: 'done',
    action: { label: words.undo, run: () => void client.call('goals.save', { project: project.id, goal }) },
  })
}
