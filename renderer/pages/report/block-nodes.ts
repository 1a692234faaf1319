// The editor's blocks of text: headings, paragraphs, lists, captions. Each maps onto one kind of block of the report
// (document.ts); what they look like is in report.css.

import { type Attribute, Node, mergeAttributes } from '@tiptap/core'

type Align = 'left' | 'center' | 'right'

const alignments: readonly unknown[] = ['left', 'center', 'right'] satisfies readonly Align[]

/** Whether it can be the id of something. */
export const isName = (text: string | null): text is string => text !== null && /^[\w.-]{1,64}$/.test(text)

/** For `validate`: content that does not keep to it never becomes a document. */
export const must =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): void => {
    if (!holds(value)) throw new RangeError(`unfit attribute ${JSON.stringify(value)}`)
  }

/** An attribute that is a name of something: anything that could not be one is none. */
export const nameAttribute = (key: string, required = false): Attribute => ({
  default: null,
  keepOnSplit: false,
  validate: must((value) => (value === null && !required) || (typeof value === 'string' && isName(value))),
  parseHTML: (element) => {
    const name = element.getAttribute(`data-${key}`)
    return isName(name) ? name : null
  },
  renderHTML: (attributes) => (attributes[key] === null ? {} : { [`data-${key}`]: String(attributes[key]) }),
})

/** Left, centred or right; `fallback` where nothing is said. */
export const alignAttribute = (fallback: Align | null): Attribute => ({
  default: fallback,
  validate: must((value) => value === fallback || alignments.includes(value)),
  parseHTML: (element) => {
    const align = element.getAttribute('data-align')
    return alignments.includes(align) ? align : fallback
  },
  renderHTML: ({ align }) => (align === null ? {} : { 'data-align': String(align) }),
})

/** A number that `fits`, read from the page's markup. */
export const numberAttribute = (
  key: string,
  fallback: number,
  fits: (value: number) => boolean,
): Attribute => ({
  default: fallback,
  validate: must((value) => typeof value === 'number' && fits(value)),
  parseHTML: (element) => {
    const number = Number(element.getAttribute(`data-${key}`) ?? fallback)
    return fits(number) ? number : fallback
  },
  renderHTML: (attributes) => ({ [`data-${key}`]: String(attributes[key]) }),
})

const id = nameAttribute('id')

export const headingLevels = [1, 2, 3, 4] as const

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    id,
    level: {
      default: 1,
      rendered: false,
      validate: must((value) => headingLevels.some((level) => level === value)),
    },
  }),
  parseHTML: () => headingLevels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs.level)}`, HTMLAttributes, 0],
})

export const Paragraph = Node.create({
  name: 'paragraph',
  // What a block is unless something else is said.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    id,
    align: alignAttribute(null),
    prompt: {
      default: null,
      validate: 'string|null',
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute('data-prompt'),
      renderHTML: ({ prompt }) => (prompt === null ? {} : { 'data-prompt': String(prompt) }),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

/** A list is flat: its items carry their levels, as they do in Word. */
export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ id, ordered: { default: false, rendered: false, validate: 'boolean' } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.ordered === true ? 'ol' : 'ul', HTMLAttributes, 0],
})

export const deepestLevel = 3

export const ListItem = Node.create({
  name: 'listItem',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    level: numberAttribute(
      'level',
      0,
      (level) => Number.isInteger(level) && level >= 0 && level <= deepestLevel,
    ),
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

/** Above a table, below a chart. Empty, it is neither printed nor numbered. */
export const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => [
    'figcaption',
    mergeAttributes({ class: 'caption' }, HTMLAttributes),
    0,
  ],
})
