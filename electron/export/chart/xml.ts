// XML as text: elements with escaped attributes and text. It knows no vocabulary.

import { cleanText } from '../clean-text.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text between tags or in an attribute, without what XML cannot hold. */
export const escapeXml = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (character) => escapes[character] ?? '')

type Value = string | number | boolean

/** `xml('c:gapWidth', { val: 80 })` is `<c:gapWidth val="80"/>`. Children are XML already. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, Value | undefined>> = {},
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined
        ? ''
        : ` ${key}="${typeof value === 'boolean' ? Number(value) : escapeXml(String(value))}"`,
    )
    .join('')
  const inner = children.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** `val('c:gapWidth', 80)` is `<c:gapWidth val="80"/>`: how DrawingML writes a single value. */
export const val = (name: string, value: Value): string => xml(name, { val: value })

/** An XML part from its root. */
export const part = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
