// New blocks as the toolbar puts them into the text.

import { Fragment } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { EditorWords } from '../../../shared/text/editor.ts'
import { insertBlock } from './block-commands.ts'

/** The chart with its name for a caption. */
export const insertChart =
  (chart: ChartSpec): Command =>
  (state, dispatch, view) => {
    const { schema } = state
    const caption = schema.node('caption', null, chart.name ? schema.text(chart.name) : [])
    return insertBlock(schema.node('chart', { chart: chart.id }, caption))(state, dispatch, view)
  }

/** Three columns and rows, the first of them the header. */
export const insertTable =
  (words: EditorWords): Command =>
  (state, dispatch, view) => {
    const { schema } = state
    const cell = (type: string, text: string) =>
      schema.node(type, null, schema.node('cellText', null, text ? schema.text(text) : []))
    const header = schema.node(
      'tableRow',
      null,
      [1, 2, 3].map((column) => cell('tableHeader', words.newTable.header(column))),
    )
    const rows = [1, 2].map(() =>
      schema.node(
        'tableRow',
        null,
        [1, 2, 3].map(() => cell('tableCell', '')),
      ),
    )
    const caption = schema.node('caption', null, schema.text(words.newTable.caption))
    const table = schema.node('table', null, Fragment.from([header, ...rows]))
    return insertBlock(schema.node('tableBlock', null, [caption, table]))(state, dispatch, view)
  }
