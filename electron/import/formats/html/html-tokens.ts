// Cuts a web page into tags and text as it comes, as forgivingly as programs write them. It builds no tree, runs no
// script, fetches nothing, and knows no element but those whose content is not markup.

export interface HtmlSink {
  /** `inside` is what stands behind the name, for `attributesOf`. */
  open(name: string, inside: string): void
  close(name: string): void
  /** Entities are resolved; white space is as it stands. */
  text(text: string): void
  /** The content of a comment or of an element like `style`. */
  raw(name: string, content: string): void
}

/** Elements whose content is no markup (HTML Standard, 13.2.5.1). Its end is looked for by its closing tag alone. */
const rawElements = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'noframes',
  'iframe',
  'svg',
  'math',
])
/** A tag that has no end so far is text. */
const longestTag = 262_144

export class HtmlTokenizer {
  readonly #sink: HtmlSink
  #held = ''
  /** The element whose end is being looked for. */
  #raw = ''
  /** Where the tag or comment that is held may end, at the earliest. */
  #searched = 0

  constructor(sink: HtmlSink) {
    this.#sink = sink
  }

  /** What is held at the end is an unfinished tag, or an element like `script` without end. */
  get isInTag(): boolean {
    return this.#held.startsWith('<') || this.#raw !== ''
  }

  take(piece: string): void {
    const text = this.#held + piece
    let at = 0
    while (at < text.length) {
      const next = this.#raw === '' ? this.#takeOne(text, at) : this.#takeRaw(text, at)
      if (next < 0) break
      at = next
      this.#searched = 0
    }
    this.#held = at === 0 ? text : text.slice(at)
  }

  /** Hands on the text that is left. */
  end(): void {
    if (this.#raw === '' && !this.#held.startsWith('<')) this.#text(this.#held)
    this.#held = ''
  }

  /** One run of text or one tag from `at` on; -1 when it may go on in the next piece. */
  #takeOne(text: string, at: number): number {
    if (text.charCodeAt(at) !== 60) {
      const end = text.indexOf('<', at)
      if (end >= 0) {
        this.#text(text.slice(at, end))
        return end
      }
      // An entity may be cut; none is longer.
      const from = text.lastIndexOf('&')
      const cut = from >= at && text.length - from < 40 ? from : text.length
      if (cut === at) return -1
      this.#text(text.slice(at, cut))
      return cut
    }
    if (text.startsWith('<!--', at)) return this.#takeComment(text, at)
    const second = text.charCodeAt(at + 1)
    if (Number.isNaN(second)) return -1
    const isTag = isLetter(second) || (second === 47 && isLetter(text.charCodeAt(at + 2)))
    if (!isTag && second !== 33 && second !== 47 && second !== 63) {
      this.#sink.text('<')
      return at + 1
    }
    if (second === 33 && text.length - at < 4 && '<!--'.startsWith(text.slice(at))) return -1
    const end = isTag ? tagEnd(text, at) : text.indexOf('>', Math.max(at, this.#searched))
    if (end >= 0) {
      if (isTag) this.#tag(text.slice(at + 1, end))
      return end + 1
    }
    if (text.length - at < longestTag) return -1
    this.#sink.text('<')
    return at + 1
  }

  #takeComment(text: string, at: number): number {
    const end = text.indexOf('-->', Math.max(at + 4, at + this.#searched))
    if (end < 0) {
      this.#searched = Math.max(4, text.length - at - 2)
      return -1
    }
    this.#sink.raw('!--', text.slice(at + 4, end))
    return end + 3
  }

  #takeRaw(text: string, at: number): number {
    const pattern = new RegExp(`</${this.#raw}[\\s/>]`, 'gi')
    pattern.lastIndex = Math.max(at, at + this.#searched)
    const end = pattern.exec(text)?.index ?? -1
    if (end < 0) {
      this.#searched = Math.max(0, text.length - at - 16)
      return -1
    }
    this.#sink.raw(this.#raw, text.slice(at, end))
    this.#raw = ''
    return end
  }

  #tag(inner: string): void {
    const isEnd = inner.startsWith('/')
    const [whole = '', name = ''] = /^\/?([^\s/]+)/.exec(inner) ?? []
    const lower = name.toLowerCase()
    if (isEnd) this.#sink.close(lower)
    else {
      const inside = inner.slice(whole.length)
      this.#sink.open(lower, inside)
      if (rawElements.has(lower) && !inside.endsWith('/')) this.#raw = lower
    }
  }

  #text(text: string): void {
    if (text !== '') this.#sink.text(text.includes('&') ? decodeEntities(text) : text)
  }
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** The `>` of a tag, which may stand in a quoted value too; a quote counts behind `=` only. -1 if there is none yet. */
function tagEnd(text: string, at: number): number {
  let quote = 0
  let before = 0
  const last = Math.min(text.length, at + longestTag)
  for (let index = at + 1; index < last; index += 1) {
    const code = text.charCodeAt(index)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return index
    else if ((code === 34 || code === 39) && before === 61) quote = code
    if (code > 32) before = code
  }
  return -1
}

const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Names in lower case; the first of the same name counts; a name alone has an empty value. */
export function attributesOf(inside: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (inside.length > longestTag) return found
  for (const [, name = '', double, single, bare] of inside.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ''))
  }
  return found
}

/** The letters of Latin-1 by the names that HTML gives them, from U+00A0 on. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const entities = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    sbquo: '‚',
    bdquo: '„',
    bull: '•',
    hellip: '…',
    permil: '‰',
    prime: '′',
    lsaquo: '‹',
    rsaquo: '›',
    euro: '€',
    trade: '™',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    harr: '↔',
    minus: '−',
    radic: '√',
    infin: '∞',
    asymp: '≈',
    ne: '≠',
    le: '≤',
    ge: '≥',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    Delta: 'Δ',
    pi: 'π',
    sigma: 'σ',
    Sigma: 'Σ',
    Omega: 'Ω',
    hearts: '♥',
    check: '✓',
  }),
])

/** Numbered entities from 128 to 159 mean Windows-1252, as browsers take them (HTML Standard, 13.2.5.80). */
const windows1252 = new TextDecoder('windows-1252')

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));?/gi,
    (whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities.get(name) ?? entities.get(name.toLowerCase()) ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code))
      const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
