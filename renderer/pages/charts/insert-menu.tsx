// The way of a chart into the report: at the end of a section, or of the whole.

import type { ReactElement } from 'react'
import { Menu } from '../../components/menu.tsx'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { BlockId, FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { useReport } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'
import { insertChart, sectionsOf } from './chart-uses.ts'

const mostReads = 5

export interface InsertMenuProps {
  project: Project
  chart: ChartSpec
  figures: ReadonlyMap<FigureId, FigureState>
  /** The chart must be kept before the report can show it. */
  onBefore: () => Promise<void>
  onFailure: (failure: unknown) => void
}

export function InsertMenu({ project, chart, figures, onBefore, onFailure }: InsertMenuProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const report = useReport(project.id)
  const sections = sectionsOf(report.data?.blocks ?? [], { project, figures })

  async function insert(section: BlockId | null): Promise<void> {
    try {
      await onBefore()
      const block = await insertChart(project, chart, section)
      // The report must be the new one before its page looks for the block. A read ends early where news of the same
      // change ask for another.
      for (let reads = 0; reads < mostReads; reads += 1) {
        const { data } = await report.refetch()
        if (data?.blocks.some(({ id }) => id === block)) break
      }
      show({ screen: 'project', project: project.id, page: 'report', place: block })
      toast({ text: words.inserted(chart.name || words.untitled), tone: 'done' })
    } catch (failure) {
      onFailure(failure)
    }
  }

  return (
    <div className="builder-insert">
      <Menu
        label={words.insertAt}
        icon="sheet"
        text={words.insert}
        items={[
          { id: '', label: words.insertEnd, onChoose: () => void insert(null) },
          ...sections.map(({ block, text }) => ({
            id: block,
            label: words.insertAfter(text),
            onChoose: () => void insert(block),
          })),
        ]}
      />
    </div>
  )
}
