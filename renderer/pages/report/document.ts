// The report's block tree as the editor's document and back: an exact inverse on every tree in canonical form
// (no empty runs, no neighbouring runs that look alike, no table without a cell). Knows no DOM and never throws.

import type { JSONContent } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import type { BlockId, ChartId, FigureId } from '../../../shared/model/ids.ts'
import type { Block, BlockOf, Inline, Mention } from '../../../shared/model/report.ts'

type Content = readonly Inline[]
type Cell = BlockOf<'table'>['columns'][number]

const marks = ['bold', 'italic', 'underline'] as const

/** A name that no other block of any report has. */
export function newBlockId(): BlockId {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `b-${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}` as BlockId
}

/**
 * The document for blocks as they were stored, of which the schema is the judge. A block that does not fit it (a damaged
 * file) becomes a paragraph of the words found in it; a report, a list or a table with nothing in it gets one empty
 * place to write.
 */
export function toDocument(blocks: readonly unknown[], schema: Schema): JSONContent {
  const content = blocks.map((block) => {
    try {
      const node = nodeOf(block as Block)
      schema.nodeFromJSON(node).check()
      return node
    } catch {
      return salvaged(block)
    }
  })
  return { type: 'doc', content: content.length > 0 ? content : [emptyParagraph()] }
}

const blockOfNode = new WeakMap<Node, Block>()

/** The blocks of a document. A block whose node did not change since the last call is the same object. */
export function toBlocks(doc: Node): Block[] {
  return doc.children.map((node) => {
    const known = blockOfNode.get(node)
    if (known) return known
    const block = blockOf(node)
    blockOfNode.set(node, block)
    return block
  })
}

function emptyParagraph(): JSONContent {
  return { type: 'paragraph', attrs: { id: newBlockId() } }
}

function nodeOf(block: Block): JSONContent {
  const attrs = { id: block.id }
  switch (block.type) {
    case 'cover':
    case 'contents':
      return { type: block.type, attrs }
    case 'page-break':
      return { type: 'pageBreak', attrs }
    case 'heading':
      return withContent({ type: 'heading', attrs: { ...attrs, level: block.level } }, block.content)
    case 'paragraph':
      return withContent(
        { type: 'paragraph', attrs: { ...attrs, align: block.align ?? null, prompt: block.prompt ?? null } },
        block.content,
      )
    case 'list': {
      const items = block.items.length > 0 ? block.items : [{ level: 0, content: [] }]
      return {
        type: 'list',
        attrs: { ...attrs, ordered: block.ordered },
        content: items.map((item) =>
          withContent({ type: 'listItem', attrs: { level: item.level } }, item.content),
        ),
      }
    }
    case 'table':
      return { type: 'tableBlock', attrs, content: [captionOf(block.caption), gridOf(block)] }
    case 'chart':
      return { type: 'chart', attrs: { ...attrs, chart: block.chart }, content: [captionOf(block.caption)] }
  }
}

function captionOf(content: Content): JSONContent {
  return withContent({ type: 'caption' }, content)
}

function gridOf(block: BlockOf<'table'>): JSONContent {
  const width = Math.max(1, block.columns.length, ...block.rows.map((row) => row.length))
  const rows = block.rows.length > 0 ? block.rows : [[]]
  return {
    type: 'table',
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, at) => {
        const { align, weight } = block.columns[at] ?? { align: 'left', weight: 1 }
        return {
          type: index < block.headerRows ? 'tableHeader' : 'tableCell',
          attrs: { align, weight },
          content: [withContent({ type: 'cellText' }, row[at] ?? [])],
        }
      }),
    })),
  }
}

function withContent(node: JSONContent, content: Content): JSONContent {
  const inline = content.flatMap(inlineNodes)
  return inline.length > 0 ? { ...node, content: inline } : node
}

/** A line break in a run is a node of its own in the document. */
function inlineNodes(inline: Inline): JSONContent[] {
  const marked = marks.filter((mark) => inline[mark]).map((type) => ({ type }))
  const more = marked.length > 0 ? { marks: marked } : {}
  switch (inline.type) {
    case 'text':
      return inline.text
        .split('\n')
        .flatMap((text, index) => [
          ...(index > 0 ? [{ type: 'hardBreak', ...more }] : []),
          ...(text.length > 0 ? [{ type: 'text', text, ...more }] : []),
        ])
    case 'figure': {
      const { figure, aspect, rounding, bare } = inline
      return [
        {
          type: 'mention',
          attrs: { figure, aspect, rounding: rounding ?? null, bare: bare ?? false },
          ...more,
        },
      ]
    }
    case 'reference':
      return [{ type: 'reference', attrs: { target: inline.target }, ...more }]
    case 'fact':
      return [{ type: 'fact', attrs: { fact: inline.fact }, ...more }]
  }
}

function salvaged(block: unknown): JSONContent {
  const words: string[] = []
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 12) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'text' && typeof inner === 'string') words.push(inner)
      else look(inner, depth + 1)
    }
  }
  look(block, 0)
  return withContent(emptyParagraph(), [{ type: 'text', text: words.join('') }])
}

function blockOf(node: Node): Block {
  const id = node.attrs.id as BlockId
  switch (node.type.name) {
    case 'cover':
      return { type: 'cover', id }
    case 'contents':
      return { type: 'contents', id }
    case 'pageBreak':
      return { type: 'page-break', id }
    case 'heading':
      return { type: 'heading', id, level: node.attrs.level as 1 | 2 | 3 | 4, content: inlineOf(node) }
    case 'list':
      return {
        type: 'list',
        id,
        ordered: node.attrs.ordered as boolean,
        items: node.children.map((item) => ({ level: item.attrs.level as number, content: inlineOf(item) })),
      }
    case 'tableBlock':
      return tableOf(node, id)
    case 'chart':
      return { type: 'chart', id, chart: node.attrs.chart as ChartId, caption: inlineOf(node.child(0)) }
    default: {
      const align = node.attrs.align as 'left' | 'center' | 'right' | null
      const prompt = node.attrs.prompt as string | null
      return {
        type: 'paragraph',
        id,
        ...(align === null ? {} : { align }),
        ...(prompt === null ? {} : { prompt }),
        content: inlineOf(node),
      }
    }
  }
}

function tableOf(node: Node, id: BlockId): Block {
  const [caption, grid] = node.children as [Node, Node]
  const firstBody = grid.children.findIndex((row) =>
    row.children.some((cell) => cell.type.name === 'tableCell'),
  )
  return {
    type: 'table',
    id,
    caption: inlineOf(caption),
    headerRows: firstBody < 0 ? grid.childCount : firstBody,
    columns: grid.child(0).children.map((cell) => ({
      align: cell.attrs.align as Cell['align'],
      weight: cell.attrs.weight as number,
    })),
    rows: grid.children.map((row) => row.children.map((cell) => inlineOf(cell.child(0)))),
  }
}

function inlineOf(node: Node): Inline[] {
  const inlines: Inline[] = []
  for (const child of node.children) {
    const inline = inlineOfNode(child)
    const last = inlines.at(-1)
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      marks.every((mark) => last[mark] === inline[mark])
    ) {
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text }
    } else {
      inlines.push(inline)
    }
  }
  return inlines
}

/** One run or atom of a sentence. */
export function inlineOfNode(node: Node): Inline {
  const emphasis: Partial<Record<(typeof marks)[number], true>> = {}
  for (const mark of marks) {
    if (node.marks.some((one) => one.type.name === mark)) emphasis[mark] = true
  }
  switch (node.type.name) {
    case 'mention': {
      const rounding = node.attrs.rounding as Mention['rounding'] | null
      return {
        type: 'figure',
        figure: node.attrs.figure as FigureId,
        aspect: node.attrs.aspect as Mention['aspect'],
        ...(rounding ? { rounding } : {}),
        ...(node.attrs.bare === true ? { bare: true } : {}),
        ...emphasis,
      }
    }
    case 'reference':
      return { type: 'reference', target: node.attrs.target as BlockId, ...emphasis }
    case 'fact':
      return { type: 'fact', fact: node.attrs.fact as string, ...emphasis }
    case 'hardBreak':
      return { type: 'text', text: '\n', ...emphasis }
    default:
      return { type: 'text', text: node.text ?? '', ...emphasis }
  }
}
