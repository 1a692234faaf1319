// Elements of WordprocessingML that the docx package has no class for: content controls, fields that already show
// their result, bookmarks with numbers of our own. Element names and order follow ECMA-376 Part 1.

import {
  BuilderElement,
  type IParagraphOptions,
  NextAttributeComponent,
  Paragraph,
  Run,
  XmlComponent,
} from 'docx'
import { oneLine } from '../clean-text.ts'

type Attributes = Readonly<Record<string, string | number>>

/** `element('w:tag', { 'w:val': 'a' })` is `<w:tag w:val="a"/>`. */
export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly XmlComponent[] = [],
): XmlComponent =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  })

class ParagraphOf extends Paragraph {
  constructor(options: ParagraphLook, children: readonly XmlComponent[]) {
    super(options)
    this.root.push(...children)
  }
}

export type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text'>

/** A paragraph of any elements: `Paragraph` itself takes only those that docx has a class for. */
export const paragraph = (options: ParagraphLook, children: readonly XmlComponent[] = []): Paragraph =>
  new ParagraphOf(options, children)

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText')
    this.root.push(new NextAttributeComponent({ space: { key: 'xml:space', value: 'preserve' } }), text)
  }
}

const mark = (type: 'begin' | 'separate' | 'end'): Run =>
  new Run({ children: [element('w:fldChar', { 'w:fldCharType': type })] })

/**
 * A field with the result it has: the reader's program shows it as it stands and asks nothing (§17.16.2).
 * @param instruction `SEQ 图 \* ARABIC`
 */
export const field = (instruction: string, result: readonly XmlComponent[]): XmlComponent[] => [
  ...fieldStart(instruction),
  ...result,
  fieldEnd(),
]

/** For a field whose result runs over paragraphs. */
export const fieldStart = (instruction: string): XmlComponent[] => [
  mark('begin'),
  new Run({ children: [new Instruction(` ${instruction} `)] }),
  mark('separate'),
]

export const fieldEnd = (): XmlComponent => mark('end')

/** What a bookmark encloses. `id` is a number used for no other bookmark; Word hides names that begin with an underscore. */
export const bookmarked = (name: string, id: number, children: readonly XmlComponent[]): XmlComponent[] => [
  element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
  ...children,
  element('w:bookmarkEnd', { 'w:id': id }),
]

/** Word refuses a longer title, or a longer tag: ids are no longer than that. */
const longestControlName = 64

/** An inline content control (§17.5.2.31): text that a program finds again by its tag. */
export const contentControl = (
  tag: string,
  title: string,
  id: number,
  content: readonly XmlComponent[],
): XmlComponent =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': oneLine(title.slice(0, longestControlName)) }),
      element('w:tag', { 'w:val': tag }),
      element('w:id', { 'w:val': id }),
      element('w:text'),
    ]),
    element('w:sdtContent', {}, content),
  ])
