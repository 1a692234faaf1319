// Text of a workbook's XML as people see it: runs joined, phonetic hints left out, references and escapes resolved.

/** Joins the runs of a rich text and leaves phonetic hints (`rPh`) out: ECMA-376 part 1, 18.4.8. */
export class TextItem {
  #text = ''
  #inText = false
  #inHint = false

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inHint
    else if (name === 'rPh') this.#inHint = true
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inHint = false
  }

  take(): string {
    const whole = unescapeText(this.#text)
    this.#text = ''
    return whole
  }
}

/**
 * `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for the underscore of a text that only looks
 * like that: ECMA-376 part 1, 22.9.2.19. A half of a surrogate pair alone is no character and becomes U+FFFD.
 */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .toWellFormed()
    : text
}

/** The five entities that XML itself knows (XML 1.0, 4.6). */
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Raw character data as text: line ends as XML 1.0, 2.11 has them, then references, then `unescapeText`. Undefined for
 * a reference that no XML parser would accept.
 */
export function textOfXml(raw: string): string | undefined {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!lines.includes('&')) return unescapeText(lines)
  let sound = true
  const text = lines.replace(/&([^;&]{0,10})(;?)/g, (_, name: string, end: string) => {
    const character = end === '' ? undefined : (entities.get(name) ?? referred(name))
    sound &&= character !== undefined
    return character ?? ''
  })
  return sound ? unescapeText(text) : undefined
}

/** The character of `#10` or `#xA`, if it is one that XML allows (XML 1.0, 2.2). */
function referred(name: string): string | undefined {
  const code = /^#x[0-9A-Fa-f]+$/.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d+$/.test(name)
      ? Number(name.slice(1))
      : 0
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : undefined
}
