// What can be taken out of the program: the chart as a picture, its numbers as a table.

import type { ReactElement } from 'react'
import type { Plot } from '../../../shared/model/chart.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartPicture, copyChartPicture } from '../../components/chart/picture.ts'
import { Menu } from '../../components/menu.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { asTabs, plotTable } from './plot-table.ts'

export interface TakeAwayProps {
  plot: Plot
}

export function TakeAway({ plot }: TakeAwayProps): ReactElement | null {
  const words = useWords(chartBuilderWords)
  if (plot.warnings.includes('no-data')) return null
  const copy = async (write: () => Promise<void>, text: string): Promise<void> => {
    try {
      await write()
      toast({ text, tone: 'done' })
    } catch {
      toast({ text: words.notCopied, tone: 'bad' })
    }
  }
  async function savePicture(): Promise<void> {
    const name = `${(plot.name || words.untitled).replaceAll(/[\\/:*?"<>|]/g, ' ')}.png`
    const link = document.createElement('a')
    link.href = await chartPicture(plot)
    link.download = name
    link.click()
    toast({ text: words.pictureSaved(name), tone: 'done' })
  }
  return (
    <Menu
      label={words.takeAway}
      icon="copy"
      text={words.takeAway}
      items={[
        {
          id: 'copy',
          label: words.copyPicture,
          icon: 'picture',
          onChoose: () => void copy(() => copyChartPicture(plot), words.pictureCopied),
        },
        { id: 'save', label: words.savePicture, icon: 'download', onChoose: () => void savePicture() },
        {
          id: 'data',
          label: words.copyData,
          icon: 'table',
          onChoose: () => {
            const rows = plotTable(plot, words)
            void copy(
              () => navigator.clipboard.writeText(asTabs(rows)),
              words.dataCopied(rows.length, rows[0]?.length ?? 0),
            )
          },
        },
      ]}
    />
  )
}
