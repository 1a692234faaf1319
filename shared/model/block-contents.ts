// The text of a block, whatever its kind, for who searches or counts it. Changes nothing.

import type { Block, Inline } from './report.ts'

/** Each run of text on its own: a paragraph, an item of a list, a cell, a caption. */
export function contentsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.content]
    case 'list':
      return block.items.map(({ content }) => content)
    case 'table':
      return [block.caption, ...block.rows.flat()]
    case 'chart':
      return [block.caption]
    case 'cover':
    case 'contents':
    case 'page-break':
      return []
  }
}
