// Everything the editor is made of, put together: the report's blocks and inline nodes, and what watches over them.

import type { Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { BlockIds } from './block-ids.ts'
import { Caption, Heading, List, ListItem, Paragraph } from './block-nodes.ts'
import { chartNode } from './chart-node.ts'
import { completion } from './completion.ts'
import { gridNodes } from './grid-nodes.ts'
import { inlineNodes } from './inline-nodes.ts'
import { Keys } from './keys.ts'
import type { Live } from './live.ts'
import { numbering } from './numbering.ts'
import { CleanPaste } from './paste.ts'
import { sheetNodes } from './sheet-nodes.ts'

const unused = {
  blockquote: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  paragraph: false,
  strike: false,
  trailingNode: false,
} as const

export const reportExtensions = (live: Live): Extensions => [
  StarterKit.configure({ ...unused, undoRedo: { depth: 500, newGroupDelay: 500 }, dropcursor: { width: 2 } }),
  Paragraph,
  Heading,
  List,
  ListItem,
  Caption,
  ...gridNodes,
  chartNode(live),
  ...sheetNodes(live),
  ...inlineNodes(live),
  BlockIds,
  numbering(live),
  Keys,
  completion(live),
  CleanPaste,
]
