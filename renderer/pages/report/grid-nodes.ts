// The table of a report: a caption over a rectangular grid of cells of one line of text each. A column's alignment and
// width are kept on all of its cells, and those of the first row are the column's. No cell spans another.

import { type Attributes, mergeAttributes, Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { alignAttribute, nameAttribute, numberAttribute } from './block-nodes.ts'

const one = { default: 1, rendered: false, parseHTML: () => 1 }

/** Spans and pixel widths are what prosemirror-tables reads of every cell; here they never differ from these. */
const cellAttributes: Attributes = {
  colspan: one,
  rowspan: one,
  colwidth: { default: null, rendered: false, parseHTML: () => null },
  align: alignAttribute('left'),
  weight: numberAttribute('weight', 1, (weight) => weight > 0 && Number.isFinite(weight)),
}

const CellText = Node.create({
  name: 'cellText',
  content: 'inline*',
  parseHTML: () => [{ tag: 'div[data-cell]' }],
  renderHTML: () => ['div', { 'data-cell': '' }, 0],
})

const Cell = TableCell.extend({
  content: 'cellText',
  addAttributes: () => cellAttributes,
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

const HeaderCell = TableHeader.extend({
  content: 'cellText',
  addAttributes: () => cellAttributes,
  renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes({ scope: 'col' }, HTMLAttributes), 0],
})

const Row = TableRow.extend({ content: '(tableCell | tableHeader)+' })

const Grid = Table.extend({
  group: '',
  addNodeView:
    () =>
    ({ node }) =>
      gridView(node),
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins() {
    const columns = new Plugin({
      appendTransaction: (transactions, before, after) =>
        transactions.some((transaction) => transaction.docChanged) ? alignColumns(before, after) : null,
    })
    return [...(this.parent?.() ?? []), columns]
  },
})

const TableBlock = Node.create({
  name: 'tableBlock',
  group: 'block',
  content: 'caption table',
  isolating: true,
  addAttributes: () => ({ id: nameAttribute('id') }),
  parseHTML: () => [{ tag: 'figure[data-table]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    mergeAttributes({ 'data-table': '', class: 'table-block' }, HTMLAttributes),
    0,
  ],
})

export const gridNodes: readonly Node[] = [TableBlock, Grid, Row, HeaderCell, Cell, CellText]

/** A table element whose columns are as wide as their weights say. */
function gridView(first: DocumentNode): NodeView {
  let node = first
  const dom = document.createElement('div')
  dom.className = 'grid'
  const table = dom.appendChild(document.createElement('table'))
  const columns = table.appendChild(document.createElement('colgroup'))
  const contentDOM = table.appendChild(document.createElement('tbody'))
  const draw = (): void => {
    const weights = node.child(0).children.map((cell) => cell.attrs.weight as number)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    columns.replaceChildren(
      ...weights.map((weight) => {
        const column = document.createElement('col')
        column.style.width = `${(100 * weight) / total}%`
        return column
      }),
    )
  }
  draw()
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type) return false
      const changed = !next.child(0).eq(node.child(0))
      node = next
      if (changed) draw()
      return true
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}

/**
 * Cells that were pasted or added take on how their column stands: as in a row that was there before, else the first.
 */
function alignColumns(before: EditorState, after: EditorState): Transaction | null {
  const untouched = new Set(before.doc.children)
  const oldRows = new Set(
    before.doc.children.flatMap((block) => (isTable(block) ? block.child(1).children : [])),
  )
  const { tr } = after
  after.doc.forEach((block, blockStart) => {
    if (!isTable(block) || untouched.has(block)) return
    const grid = block.child(1)
    const columns = (grid.children.find((row) => oldRows.has(row)) ?? grid.child(0)).children
    // The first cell is past the start of the block, its caption, the start of the grid and of its first row.
    const gridStart = blockStart + 1 + block.child(0).nodeSize + 1
    grid.forEach((row, rowStart) => {
      row.forEach((cell, cellStart, at) => {
        for (const name of ['align', 'weight']) {
          const value: unknown = columns[at]?.attrs[name] ?? cell.attrs[name]
          if (cell.attrs[name] !== value)
            tr.setNodeAttribute(gridStart + rowStart + 1 + cellStart, name, value)
        }
      })
    })
  })
  return tr.docChanged ? tr : null
}

const isTable = (node: DocumentNode): boolean => node.type.name === 'tableBlock'
