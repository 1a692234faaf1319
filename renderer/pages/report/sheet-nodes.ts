// Blocks that are written for the author: the cover from the facts of the project, the contents from the headings, the
// break between two pages. Each is one thing to select; none holds words of its own.

import { mergeAttributes, Node } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { documentWords } from '../../../shared/text/document.ts'
import { coverFacts, coverLabel } from '../../../shared/text/facts.ts'
import { nameAttribute } from './block-nodes.ts'
import type { Live, Shown } from './live.ts'
import { numberGap } from './paper.ts'

/** Draws into an element what the node shows; called again when `differ` says so. */
interface Drawing {
  name: 'cover' | 'contents' | 'pageBreak'
  className: string
  draw(dom: HTMLElement, shown: Shown): void
  differ(now: Shown, before: Shown): boolean
}

/** Deeper headings are left out of the contents, as in Word's own. */
const deepestEntry = 2

const drawings: readonly Drawing[] = [
  {
    name: 'cover',
    className: 'sheet cover',
    differ: (now, before) => now.facts !== before.facts || now.language !== before.language,
    draw(dom, { facts, language, words }) {
      const printed = documentWords[language]
      const list = element('dl')
      for (const fact of coverFacts) {
        const value = element('dd', facts[fact])
        if (facts[fact] === '') value.dataset.missing = words.notFilled
        list.append(element('dt', coverLabel(fact, language)), value)
      }
      dom.replaceChildren(
        ...(facts.organisation === '' ? [] : [element('p', facts.organisation, 'cover-organisation')]),
        element('p', facts.title || printed.titles.internship, 'cover-title'),
        list,
      )
    },
  },
  {
    name: 'contents',
    className: 'sheet contents',
    differ: (now, before) =>
      now.outline !== before.outline || now.language !== before.language || now.style !== before.style,
    draw(dom, { outline, language, style, words }) {
      const entries = outline.filter(({ level }) => level <= deepestEntry)
      const list = element('ol')
      for (const { id, level, number, text } of entries) {
        const entry = element('li', number ? number + numberGap(style, level) + text : text)
        entry.dataset.level = String(level)
        entry.dataset.goto = id
        list.append(entry)
      }
      if (entries.length === 0) list.append(element('li', words.noHeadings))
      dom.replaceChildren(element('p', documentWords[language].contents, 'contents-title'), list)
    },
  },
  {
    name: 'pageBreak',
    className: 'page-break',
    differ: () => false,
    draw: (dom, { words }) => dom.replaceChildren(element('span', words.pageBreak)),
  },
]

export const sheetNodes = (live: Live): readonly Node[] =>
  drawings.map((drawing) =>
    Node.create({
      name: drawing.name,
      group: 'block',
      atom: true,
      selectable: true,
      draggable: false,
      addAttributes: () => ({ id: nameAttribute('id') }),
      parseHTML: () => [{ tag: `hr[data-sheet=${drawing.name}]` }],
      renderHTML: ({ HTMLAttributes }) => [
        'hr',
        mergeAttributes({ 'data-sheet': drawing.name }, HTMLAttributes),
      ],
      addNodeView: () => () => sheetView(drawing, live),
    }),
  )

function sheetView(drawing: Drawing, live: Live): NodeView {
  const dom = element('div', '', drawing.className)
  drawing.draw(dom, live.getState())
  const stop = live.subscribe((now, before) => {
    if (now.words !== before.words || drawing.differ(now, before)) drawing.draw(dom, now)
  })
  return { dom, ignoreMutation: () => true, destroy: stop }
}

function element(tag: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(tag)
  if (text) made.textContent = text
  if (className) made.className = className
  return made
}
