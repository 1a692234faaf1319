// What comes in by paste or drop from other programs: only headings, paragraphs, lists, tables and bold, italic,
// underline are taken over; styles, links, pictures, scripts and forms are left behind. Works on the detached, inert
// document that ProseMirror reads the clipboard into.

import { Extension } from '@tiptap/core'
import {
  DOMParser as DocumentParser,
  Fragment,
  type ParseOptions,
  type Schema,
  Slice,
} from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { deepestLevel, headingLevels } from './block-nodes.ts'

export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          clipboardParser: new PasteParser(schema),
          transformPasted: (slice, view) => (isInTable(view.state) ? slice : wholeTables(slice, schema)),
        },
      }),
    ]
  },
})

class PasteParser extends DocumentParser {
  constructor(schema: Schema) {
    super(schema, DocumentParser.fromSchema(schema).rules)
  }

  override parseSlice(dom: Node, options: ParseOptions = {}): Slice {
    // White space counts in plain text and in what was copied here, which is in our own words already.
    return super.parseSlice(
      options.preserveWhitespace || !(dom instanceof Element) ? dom : cleaned(dom),
      options,
    )
  }
}

/** Cells copied out of a table and put down outside one become a table of their own. */
function wholeTables(slice: Slice, schema: Schema): Slice {
  const first = slice.content.firstChild
  const role: unknown = first?.type.spec.tableRole
  if (!first || role === undefined) return slice
  const { tableBlock, caption, table, tableRow } = schema.nodes
  if (!tableBlock || !caption || !table || !tableRow) return slice
  const rows =
    role === 'table'
      ? first.content
      : role === 'row'
        ? slice.content
        : Fragment.from(tableRow.create(null, slice.content))
  return new Slice(Fragment.from(tableBlock.create(null, [caption.create(), table.create(null, rows)])), 0, 0)
}

const skipped =
  'script,style,head,title,meta,link,template,noscript,iframe,object,embed,svg,math,canvas,video,audio,form,button,select,input,textarea'
const blockTags =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|UL)$/

/** A fragment of the same words in our own elements. */
function cleaned(root: Element): Element {
  for (const element of root.querySelectorAll(skipped)) element.remove()
  const document = root.ownerDocument
  const out = document.createElement('div')
  let line: Element | undefined

  const make = (tag: string, into: Element): Element => into.appendChild(document.createElement(tag))

  /** The paragraph being filled; runs of text between blocks share one. */
  const openLine = (): Element => (line ??= make('p', out))

  function addInline(node: Node, into: () => Element): void {
    if (node.nodeType === node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
      if (text !== '') into().append(text)
    } else if (node instanceof HTMLElement) {
      if (node.tagName === 'BR') make('br', into())
      else if (!/mso-list:\s*ignore/i.test(node.getAttribute('style') ?? '')) {
        const target = emphasisOf(node).reduce<() => Element>(
          (outer, tag) => lazily(() => make(tag, outer())),
          into,
        )
        for (const child of node.childNodes) addInline(child, target)
      }
    }
  }

  function addBlocks(node: Node, level: number, list: Element | undefined): void {
    for (const child of node.childNodes) {
      if (!(child instanceof HTMLElement) || !(blockTags.test(child.tagName) || hasBlocks(child))) {
        // White space between blocks is the source's layout.
        if (line || child.textContent?.trim()) addInline(child, openLine)
        continue
      }
      line = undefined
      if (child.tagName === 'TABLE') addTable(child)
      else if (child.tagName === 'UL' || child.tagName === 'OL') {
        addBlocks(child, list ? level + 1 : level, list ?? make(child.tagName, out))
      } else if (child.tagName === 'LI') addItem(child, level, list ?? make('ul', out))
      else if (wordListLevel(child) !== undefined) addWordItem(child)
      else if (/^H[1-6]$/.test(child.tagName)) {
        line = make(`h${Math.min(Number(child.tagName[1]), headingLevels.length)}`, out)
        addBlocks(child, level, list)
      } else {
        const align = alignOf(child)
        if (align && !hasBlocks(child)) {
          line = make('p', out)
          line.setAttribute('data-align', align)
        }
        addBlocks(child, level, list)
      }
      line = undefined
    }
  }

  function addItem(item: HTMLElement, level: number, list: Element): void {
    line = make('li', list)
    line.setAttribute('data-level', String(Math.min(level, deepestLevel)))
    addBlocks(item, level, list)
  }

  /** Word writes lists as paragraphs: `mso-list:l0 level2 lfo1`, with the bullet in a part to be ignored. */
  function addWordItem(paragraph: HTMLElement): void {
    const bullet = paragraph.textContent?.trim() ?? ''
    const tag = /^[(（]?([0-9]+|[a-z]|[一二三四五六七八九十]+)[.)、．）]/i.test(bullet) ? 'OL' : 'UL'
    const last = out.lastElementChild
    const list = last?.tagName === tag ? last : make(tag, out)
    const item = make('li', list)
    item.setAttribute('data-level', String(Math.min(wordListLevel(paragraph) ?? 0, deepestLevel)))
    for (const child of paragraph.childNodes) addInline(child, () => item)
  }

  function addTable(table: HTMLElement): void {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
    const grid = rows.map((row) => cellsOf(row, document))
    const width = Math.max(0, ...grid.map((cells) => cells.length))
    if (width === 0) return
    const figure = make('figure', out)
    figure.setAttribute('data-table', '')
    const caption = make('figcaption', figure)
    for (const child of table.querySelector(':scope > caption')?.childNodes ?? [])
      addInline(child, () => caption)
    const body = make('tbody', make('table', figure))
    for (const cells of grid) {
      const row = make('tr', body)
      for (let at = 0; at < width; at++) {
        const from = cells[at]
        const cell = make(from?.tagName === 'TH' ? 'th' : 'td', row)
        const align = from && alignOf(from)
        if (align) cell.setAttribute('data-align', align)
        const text = make('div', cell)
        text.setAttribute('data-cell', '')
        if (from) addCell(from, text)
      }
    }
  }

  /** Blocks in a cell become lines of its one text. */
  function addCell(from: Node, text: Element): void {
    for (const child of from.childNodes) {
      if (child instanceof HTMLElement && blockTags.test(child.tagName)) {
        if (text.hasChildNodes()) make('br', text)
        addCell(child, text)
      } else addInline(child, () => text)
    }
  }

  addBlocks(root, 0, undefined)
  return out
}

const lazily = (make: () => Element): (() => Element) => {
  let made: Element | undefined
  return () => (made ??= make())
}

const hasBlocks = (element: Element): boolean =>
  [...element.children].some((child) => blockTags.test(child.tagName) || hasBlocks(child))

/** What sets the element's text off: by its tag or by the styles that other programs write instead. */
function emphasisOf(element: HTMLElement): string[] {
  const { tagName } = element
  const weight = styleOf(element, 'font-weight')
  const tags: string[] = []
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (weight === 'bold' || Number(weight) >= 600 || (/^(B|STRONG)$/.test(tagName) && weight !== 'normal'))
    tags.push('strong')
  if (/^(I|EM|CITE)$/.test(tagName) || styleOf(element, 'font-style') === 'italic') tags.push('em')
  if (/^(U|INS)$/.test(tagName) || styleOf(element, 'text-decoration').includes('underline')) tags.push('u')
  return tags
}

/** A style as it is written: the page's security policy keeps it from being in force, in a detached document too. */
function styleOf(element: HTMLElement, property: string): string {
  const style = element.getAttribute('style') ?? ''
  return (
    new RegExp(`(?:^|;)\\s*${property}[a-z-]*\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ??
    ''
  )
}

const alignOf = (element: HTMLElement): string | undefined =>
  /^(center|right)$/.exec(styleOf(element, 'text-align') || (element.getAttribute('align') ?? ''))?.[0]

function wordListLevel(paragraph: HTMLElement): number | undefined {
  const level = /mso-list:\s*\S+\s+level(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1]
  return level === undefined ? undefined : Number(level) - 1
}

/** A row's cells, one for each column: a cell that spans several is followed by empty ones. */
function cellsOf(row: Element, document: Document): HTMLElement[] {
  const widest = 200
  return [...row.children].flatMap((cell) => {
    if (!(cell instanceof HTMLTableCellElement)) return []
    const more = Math.min(Math.max(cell.colSpan, 1), widest) - 1
    return [cell, ...Array.from({ length: more }, () => document.createElement('td'))]
  })
}
