// Makes blocks and inline pieces of a report. The place of a block in its template gives its id, so that drafting
// again gives the same ids.

import type { ChartSpec } from '../model/chart.ts'
import type { Rounding } from '../model/figure.ts'
import type { FigureState } from '../model/goal.ts'
import { BlockId } from '../model/ids.ts'
import { stableId } from '../model/stable-id.ts'
import type { Fact, TemplateId } from '../model/project.ts'
import type { Aspect, Block, BlockOf, FactField, Inline, Mention, Reference } from '../model/report.ts'

export const mention = (figure: FigureState, aspect: Aspect = 'value'): Mention => ({
  type: 'figure',
  figure: figure.id,
  aspect,
})

/** In a table's column that names the unit, rounded like its neighbours. */
export const bareMention = (figure: FigureState, rounding: Rounding): Mention => ({
  ...mention(figure),
  bare: true,
  ...(sameRounding(figure.rounding, rounding) ? {} : { rounding }),
})

const sameRounding = (left: Rounding, right: Rounding): boolean =>
  left.scale === right.scale && left.decimals === right.decimals

export const fact = (name: Fact): FactField => ({ type: 'fact', fact: name })

export const reference = (target: Block): Reference => ({ type: 'reference', target: target.id })

export const plain = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])

type Cell = readonly Inline[]
type Columns = BlockOf<'table'>['columns']

/** `slot` says where in the template a block stands: `results.goals.table`. */
export function blockMaker(template: TemplateId) {
  const id = (slot: string): BlockId => BlockId.parse(stableId('b', template, slot))
  return {
    cover: (): Block => ({ id: id('cover'), type: 'cover' }),
    contents: (): Block => ({ id: id('contents'), type: 'contents' }),
    heading: (slot: string, level: 1 | 2 | 3, text: string): Block => ({
      id: id(slot),
      type: 'heading',
      level,
      content: plain(text),
    }),
    paragraph: (slot: string, content: readonly Inline[]): Block => ({
      id: id(slot),
      type: 'paragraph',
      content: [...content],
    }),
    /** An empty paragraph that tells the author what to write. */
    prompt: (slot: string, text: string): Block => ({
      id: id(slot),
      type: 'paragraph',
      prompt: text,
      content: [],
    }),
    right: (slot: string, content: readonly Inline[]): Block => ({
      id: id(slot),
      type: 'paragraph',
      align: 'right',
      content: [...content],
    }),
    list: (slot: string, ordered: boolean, items: readonly Cell[]): Block => ({
      id: id(slot),
      type: 'list',
      ordered,
      items: items.map((content) => ({ level: 0, content: [...content] })),
    }),
    table: (
      slot: string,
      caption: string,
      headerRows: number,
      columns: Columns,
      rows: readonly (readonly Cell[])[],
    ): Block => ({
      id: id(slot),
      type: 'table',
      caption: plain(caption),
      headerRows,
      columns: [...columns],
      rows: rows.map((row) => row.map((cell) => [...cell])),
    }),
    chart: (slot: string, chart: ChartSpec): Block => ({
      id: id(slot),
      type: 'chart',
      chart: chart.id,
      caption: plain(chart.name),
    }),
  }
}
