// The pieces of a sentence that are not its author's letters: a figure, a reference to a table or chart, a cover fact.
// Each is one indivisible node whose words come from outside the document (live.ts) and are never kept in it.

import { type Attributes, mergeAttributes, Node, type NodeViewRenderer } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Rounding } from '../../../shared/model/figure.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Aspect, Inline } from '../../../shared/model/report.ts'
import { isName, must, nameAttribute } from './block-nodes.ts'
import { inlineOfNode } from './document.ts'
import { type Live, textOf, wordsDiffer } from './live.ts'

/** Names of the inline nodes that the caret steps over and that are deleted whole. */
export const atomNames: ReadonlySet<string> = new Set(['mention', 'reference', 'fact'])

const aspects: readonly unknown[] = [
  'value',
  'period',
  'at',
  'target',
  'attainment',
  'verdict',
  'outcome',
] satisfies readonly Aspect[]
const roundingShape = /^(1|10000|100000000)\.(\d|10)$/
const roundingText = ({ scale, decimals }: Rounding): string => `${scale}.${decimals}`

const mentionAttributes: Attributes = {
  figure: nameAttribute('figure', true),
  aspect: {
    default: 'value',
    validate: must((aspect) => aspects.includes(aspect)),
    parseHTML: (element) => {
      const aspect = element.getAttribute('data-aspect')
      return aspects.includes(aspect) ? aspect : 'value'
    },
    renderHTML: ({ aspect }) => ({ 'data-aspect': String(aspect) }),
  },
  rounding: {
    default: null,
    validate: must((rounding) => rounding === null || roundingShape.test(roundingText(rounding as Rounding))),
    parseHTML: (element) => {
      const [, scale, decimals] = roundingShape.exec(element.getAttribute('data-rounding') ?? '') ?? []
      return scale === undefined ? null : { scale: Number(scale), decimals: Number(decimals) }
    },
    renderHTML: ({ rounding }) =>
      rounding === null ? {} : { 'data-rounding': roundingText(rounding as Rounding) },
  },
  bare: {
    default: false,
    validate: 'boolean',
    parseHTML: (element) => element.hasAttribute('data-bare'),
    renderHTML: ({ bare }) => (bare === true ? { 'data-bare': '' } : {}),
  },
}

/** The three kinds of inline nodes, showing what `live` says. */
export const inlineNodes = (live: Live): readonly Node[] => [
  inlineAtom('mention', mentionAttributes, 'figure', live),
  inlineAtom('reference', { target: nameAttribute('target', true) }, 'target', live),
  inlineAtom('fact', { fact: { ...nameAttribute('fact'), validate: 'string' } }, 'fact', live),
]

function inlineAtom(name: string, attributes: Attributes, key: string, live: Live): Node {
  const words = (node: DocumentNode): string => textOf(inlineOfNode(node), live)
  return Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    draggable: false,
    addAttributes: () => attributes,
    // A name that cannot be one makes it plain words.
    parseHTML: () => [
      {
        tag: `span[data-${key}]`,
        getAttrs: (element) => (isName(element.getAttribute(`data-${key}`)) ? null : false),
      },
    ],
    // What the clipboard gets: other programs read the words, ours the name of what they stand for.
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes({ class: `atom ${name}` }, HTMLAttributes),
      words(node),
    ],
    renderText: ({ node }) => words(node),
    addNodeView: () => wordView(name, live),
  })
}

const hasValue = (figure: FigureId, live: Live): boolean =>
  (live.getState().figures.get(figure)?.value ?? null) !== null

/** What stands for a fact that is not filled in, or a reference to nothing, so that it can be seen and selected. */
function emptyText(inline: Inline, live: Live): string {
  const { labels, words } = live.getState()
  if (inline.type !== 'fact') return '?'
  return `〔${Object.entries(labels).find(([fact]) => fact === inline.fact)?.[1] ?? words.notFilled}〕`
}

/** A plain element, since a report has hundreds of them. */
function wordView(name: string, live: Live): NodeViewRenderer {
  return ({ node: first }) => {
    let node = first
    const dom = document.createElement('span')
    const draw = (): void => {
      const inline = inlineOfNode(node)
      const words = textOf(inline, live)
      const text = words === '' ? emptyText(inline, live) : words
      // New numbers catch the eye for a moment; a mention that was just put in does not.
      const changed = dom.textContent !== '' && dom.textContent !== text
      if (dom.textContent !== text) dom.textContent = text
      const missing = words === '' || (inline.type === 'figure' && !hasValue(inline.figure, live))
      dom.className = `atom ${name}${missing ? ' is-missing' : ''}${changed ? ' is-changed' : ''}`
      if (inline.type === 'figure') dom.dataset.figure = inline.figure
    }
    draw()
    const stop = live.subscribe((now, before) => {
      if (wordsDiffer(now, before)) draw()
    })
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      ignoreMutation: () => true,
      destroy: stop,
    }
  }
}
