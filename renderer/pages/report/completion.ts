// Typing @ or = offers figures, references to tables and charts, and cover facts, by name or value. The plugin knows what
// is offered and which entry is marked; completion-list.tsx shows it. What is picked takes the place of what was typed.

import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Fact } from '../../../shared/model/project.ts'
import type { EditorWords } from '../../../shared/text/editor.ts'
import { searchFigures } from '../../components/figure-search.ts'
import type { Live } from './live.ts'

export interface Choice {
  id: string
  group: 'figures' | 'references' | 'facts'
  name: string
  /** What the sentence will show. */
  text: string
  node: { type: 'mention' | 'reference' | 'fact'; attrs: Record<string, unknown> }
}

export interface Completion {
  /** Where the trigger stands, and where the query ends. */
  from: number
  to: number
  query: string
  choices: readonly Choice[]
  /** How many more fit the query than are offered. */
  more: number
  marked: number
}

/** What fits a query, and how much of it is too much to offer. */
interface Offer {
  choices: readonly Choice[]
  more: number
}

const key = new PluginKey<Completion | null>('completion')
/** After a letter or a digit they are part of an address or a sum. */
const trigger = /(?:^|[^\p{Script=Latin}\d._=@])[@＠=＝]$/u
const longestQuery = 24
/** Few enough to be seen at once; typing on narrows them down. */
const most = { figures: 8, references: 3, facts: 3 } as const

export const completionIn = (state: EditorState): Completion | null => key.getState(state) ?? null

export const choiceElementId = (index: number): string => `completion-${index}`
export const completionListId = 'completion-list'

export const completion = (live: Live): Extension =>
  Extension.create({
    name: 'completion',
    // Enter and the arrow keys are the list's while it is open.
    priority: 3000,
    addProseMirrorPlugins: () => [
      new Plugin<Completion | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, before, _, after) =>
            next(transaction, before, after, (query) => offerFor(query, live)),
        },
        props: {
          attributes: (state): Record<string, string> => {
            const open = key.getState(state)
            if (!open) return {}
            return {
              'aria-controls': completionListId,
              'aria-activedescendant': choiceElementId(open.marked),
            }
          },
          handleKeyDown,
          handleDOMEvents: {
            blur: (view) => {
              closeCompletion(view)
              return false
            },
          },
        },
      }),
    ],
  })

/** Puts a choice into the document in place of the trigger and the query. */
export function pick(view: EditorView, choice: Choice): void {
  const open = completionIn(view.state)
  if (!open) return
  const node = view.state.schema.node(choice.node.type, choice.node.attrs)
  const { tr } = view.state
  tr.replaceWith(open.from, open.to, inheritMarks(view.state, open.from, node))
  // A step of its own to undo, however fast it was typed.
  view.dispatch(closeHistory(tr).scrollIntoView())
  view.focus()
}

/** Puts a choice where the caret is. */
export function insertChoice(view: EditorView, choice: Pick<Choice, 'node'>): void {
  const { state } = view
  const node = state.schema.node(choice.node.type, choice.node.attrs)
  if (!state.selection.$from.parent.inlineContent) return
  view.dispatch(state.tr.replaceSelectionWith(node, true).scrollIntoView())
  view.focus()
}

/** As if @ had been typed, wherever the caret is. */
export function openCompletion(view: EditorView): void {
  view.focus()
  if (view.state.selection.$from.parent.inlineContent)
    view.dispatch(view.state.tr.insertText('@').setMeta(key, { open: true }))
}

function mark(view: EditorView, marked: number): void {
  view.dispatch(view.state.tr.setMeta(key, { marked }))
}

function closeCompletion(view: EditorView): void {
  if (completionIn(view.state)) view.dispatch(view.state.tr.setMeta(key, { close: true }))
}

const inheritMarks = (state: EditorState, position: number, node: Node): Node =>
  node.mark(state.doc.resolve(position).marksAcross(state.doc.resolve(position + 1)) ?? [])

function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  const open = completionIn(view.state)
  if (!open) return false
  const chosen = open.choices[open.marked]
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const { length } = open.choices
      if (length > 0) mark(view, (open.marked + (event.key === 'ArrowDown' ? 1 : length - 1)) % length)
      return length > 0
    }
    case 'Enter':
    case 'Tab':
      if (chosen) pick(view, chosen)
      return chosen !== undefined
    case 'Escape':
      closeCompletion(view)
      return true
    default:
      return false
  }
}

/** Opens when a trigger has just been typed, follows the query, closes when the caret leaves it. */
function next(
  transaction: Transaction,
  before: Completion | null,
  { selection }: EditorState,
  find: (query: string) => Offer,
): Completion | null {
  const meta = transaction.getMeta(key) as { open?: true; close?: true; marked?: number } | undefined
  if (meta?.close || !selection.empty || !selection.$from.parent.inlineContent) return null
  if (meta?.marked !== undefined) return before && { ...before, marked: meta.marked }
  if (!transaction.docChanged && !transaction.selectionSet) return before
  const { $from, from: caret } = selection
  const start = $from.start()
  const typed = (from: number): string =>
    $from.parent.textBetween(from - start, caret - start, undefined, '￼')
  if (!before) {
    const inserted = transaction.docChanged && transaction.mapping.maps.some((map) => grows(map, caret))
    if (!meta?.open && !(inserted && trigger.test(typed(start)))) return null
    return { from: caret - 1, to: caret, query: '', ...find(''), marked: 0 }
  }
  const from = transaction.mapping.map(before.from, -1)
  const query = from < start || caret <= from ? '' : typed(from).slice(1)
  if (from < start || caret <= from || !/^[@＠=＝]/.test(typed(from)) || /^\s|￼/.test(query)) return null
  if (query === before.query) return { ...before, from, to: caret }
  const offer = find(query)
  if (offer.choices.length === 0 && (query.length > longestQuery || /[\s，。；、,;]$/.test(query)))
    return null
  return { from, to: caret, query, ...offer, marked: 0 }
}

/** Whether a step put something in right before the caret. */
function grows(
  map: { forEach(run: (oldStart: number, oldEnd: number, newStart: number, newEnd: number) => void): void },
  caret: number,
): boolean {
  let grown = false
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    if (newEnd - newStart > oldEnd - oldStart && newStart < caret && caret <= newEnd) grown = true
  })
  return grown
}

/** What can be put into a sentence and fits the query, best first. */
function offerFor(query: string, live: Live): Offer {
  const { figures, blocks, numbers, facts, labels, words } = live.getState()
  const fits = (text: string): boolean => text.toLowerCase().includes(query.trim().toLowerCase())
  const references = blocks.flatMap((block): Choice[] => {
    const number = block.type === 'table' || block.type === 'chart' ? numbers.get(block.id) : undefined
    if (number === undefined || !('caption' in block)) return []
    const name = block.caption.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
    if (!fits(number) && !fits(name)) return []
    return [
      {
        id: block.id,
        group: 'references',
        name,
        text: number,
        node: { type: 'reference', attrs: { target: block.id } },
      },
    ]
  })
  const factChoices = (Object.entries(facts) as [Fact, string][]).flatMap(([fact, text]): Choice[] =>
    text !== '' && (fits(text) || fits(labels[fact]))
      ? [{ id: fact, group: 'facts', name: labels[fact], text, node: { type: 'fact', attrs: { fact } } }]
      : [],
  )
  const figureChoices = searchFigures(figures.values(), query).flatMap((figure) =>
    choicesOf(figure, query, words),
  )
  const choices = [
    ...figureChoices.slice(0, most.figures),
    ...references.slice(0, most.references),
    ...factChoices.slice(0, most.facts),
  ]
  return { choices, more: figureChoices.length + references.length + factChoices.length - choices.length }
}

/** The value, and of a judged figure that was asked for also how it stands to its goal. */
function choicesOf(figure: FigureState, query: string, words: EditorWords): Choice[] {
  const choice = (aspect: string, name: string, text: string): Choice => ({
    id: `${figure.id}.${aspect}`,
    group: 'figures',
    name,
    text,
    node: { type: 'mention', attrs: { figure: figure.id, aspect } },
  })
  const value = choice('value', figure.name, figure.text)
  if (!figure.goal || query === '') return [value]
  return [value, choice('outcome', `${figure.name} · ${words.aspects.outcome}`, figure.goal.text.outcome)]
}
