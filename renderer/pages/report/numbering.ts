// Numbers of headings and captions beside the document, never in it: worked out from the blocks at every change and
// drawn as decorations. It also tells live.ts what the document now consists of.

import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Block } from '../../../shared/model/report.ts'
import { numberReport } from '../../../shared/report/index.ts'
import { toBlocks } from './document.ts'
import { type Live, type OutlineEntry, type Shown, textOf, wordsDiffer } from './live.ts'

interface Numbered {
  blocks: readonly Block[]
  numbers: ReadonlyMap<BlockId, string>
  decorations: DecorationSet
}

const key = new PluginKey<Numbered>('numbering')

export const numbering = (live: Live): Extension =>
  Extension.create({
    name: 'numbering',
    addProseMirrorPlugins: () => [
      new Plugin<Numbered>({
        key,
        state: {
          init: (_, state) => numbered(state, live),
          apply(transaction, before, _, after) {
            const again = transaction.docChanged || transaction.getMeta(key) === true
            if (again) return numbered(after, live, before.numbers)
            return transaction.selectionSet
              ? { ...before, decorations: decorate(after, before.numbers, live) }
              : before
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view(view) {
          tell(live, key.getState(view.state))
          const stop = live.subscribe((now, before) => {
            if (now.style !== before.style || now.words !== before.words)
              view.dispatch(view.state.tr.setMeta(key, true))
            else if (wordsDiffer(now, before)) tell(live, key.getState(view.state))
          })
          return {
            update: ({ state }, before) => {
              if (key.getState(state) !== key.getState(before)) tell(live, key.getState(state))
            },
            destroy: stop,
          }
        },
      }),
    ],
  })

function numbered(state: EditorState, live: Live, before?: ReadonlyMap<BlockId, string>): Numbered {
  const blocks = toBlocks(state.doc)
  const found = numberReport(blocks, live.getState().style)
  const numbers = before && sameNumbers(before, found) ? before : found
  return { blocks, numbers, decorations: decorate(state, numbers, live) }
}

const sameNumbers = (one: ReadonlyMap<BlockId, string>, other: ReadonlyMap<BlockId, string>): boolean =>
  one.size === other.size && [...one].every(([id, number]) => other.get(id) === number)

function decorate(
  { doc, selection }: EditorState,
  numbers: ReadonlyMap<BlockId, string>,
  live: Live,
): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((node, position) => {
    const end = position + node.nodeSize
    if (selection.from >= position && selection.from < end) {
      const empty = node.type.name === 'paragraph' && node.content.size === 0 && node.attrs.prompt === null
      const hint = empty ? { 'data-prompt': live.getState().words.writeHere } : {}
      decorations.push(Decoration.node(position, end, { class: 'is-current', ...hint }))
    }
    const number = numbers.get(node.attrs.id as BlockId)
    const caption = node.firstChild?.type.name === 'caption' ? node.firstChild : null
    const start = caption ? position + 1 : position
    const numberEnd = start + (caption ?? node).nodeSize
    if (number !== undefined) decorations.push(Decoration.node(start, numberEnd, { 'data-number': number }))
    if (caption && selection.from > start && selection.to < numberEnd) {
      decorations.push(Decoration.node(start, numberEnd, { class: 'has-caret' }))
    }
  })
  return DecorationSet.create(doc, decorations)
}

/** Hands on what changed, and the same objects where nothing did, so that nobody draws again for nothing. */
function tell(live: Live, state: Numbered | undefined): void {
  if (!state) return
  const before = live.getState()
  const { blocks, numbers } = state
  const now: Shown = { ...before, blocks, numbers }
  const outline = outlineOf(now, live)
  const same =
    outline.length === before.outline.length &&
    outline.every((entry, at) => sameEntry(entry, before.outline[at]))
  if (same && blocks === before.blocks && numbers === before.numbers) return
  live.setState({ blocks, numbers, ...(same ? {} : { outline }) })
}

function outlineOf({ blocks, numbers }: Shown, live: Live): OutlineEntry[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'heading') return []
    const text = block.content.map((inline) => textOf(inline, live)).join('')
    return [{ id: block.id, level: block.level, number: numbers.get(block.id) ?? '', text }]
  })
}

const sameEntry = (one: OutlineEntry, other: OutlineEntry | undefined): boolean =>
  one.id === other?.id && one.text === other.text && one.number === other.number && one.level === other.level
