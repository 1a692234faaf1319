// Keeps the id of every block its own: split, duplicated and pasted blocks get new ones. Touches nothing but ids.

import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { newBlockId } from './document.ts'

export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, after) {
        if (!transactions.some((transaction) => transaction.docChanged)) return null
        const keepers = keepersOf(before.doc, after.doc)
        const transaction = after.tr
        after.doc.forEach((node, position) => {
          if (keepers.get(node.attrs.id) !== position)
            transaction.setNodeAttribute(position, 'id', newBlockId())
        })
        return transaction.docChanged ? transaction : null
      },
    }),
  ],
})

/** For every id the position of the block that keeps it: the one that was there before, else the first. */
function keepersOf(before: Node, after: Node): ReadonlyMap<unknown, number> {
  const untouched = new Set(before.children)
  const keepers = new Map<unknown, number>()
  const kept = new Set<unknown>()
  after.forEach((node, position) => {
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || kept.has(id)) return
    if (untouched.has(node)) kept.add(id)
    else if (keepers.has(id)) return
    keepers.set(id, position)
  })
  return keepers
}
