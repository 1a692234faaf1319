// How the bytes of a text read in each encoding that a table may come in: where its characters begin, whether bytes are
// none, and how usual a character is in the language the encoding is for. Decodes nothing and decides nothing.

/**
 * Reads the character that begins at `at` with a byte above 0x7f. Gives four times its length in bytes, and on top 2 for
 * one of the usual characters, 1 for one of the less usual, 0 for a rare one; 0 altogether for bytes that are none.
 */
export type CharacterReader = (bytes: Uint8Array, at: number) => number

const bad = 0
const usual = 2
const lessUsual = 1
const rare = 0

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to

/** The Unicode Standard, table 3-7. Bytes that come out right are hardly ever so by chance. */
function readUtf8(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  const follows = (byte: number): boolean => within(bytes[at + byte] ?? 0, 0x80, 0xbf)
  if (within(lead, 0xc2, 0xdf)) return follows(1) ? 4 * 2 + usual : bad
  if (within(lead, 0xe0, 0xef)) {
    const fits = second >= (lead === 0xe0 ? 0xa0 : 0x80) && second <= (lead === 0xed ? 0x9f : 0xbf)
    return fits && follows(2) ? 4 * 3 + usual : bad
  }
  if (!within(lead, 0xf0, 0xf4)) return bad
  const fits = second >= (lead === 0xf0 ? 0x90 : 0x80) && second <= (lead === 0xf4 ? 0x8f : 0xbf)
  return fits && follows(2) && follows(3) ? 4 * 4 + usual : bad
}

/**
 * GB 18030 as in the Encoding Standard, 10.2.1. The usual characters are the 3,755 of the first level of GB 2312 (rows
 * 16 to 55) and its punctuation; private-use characters come from bytes that the standard gives no meaning to.
 */
function readGb18030(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const trail = bytes[at + 1] ?? 0
  if (lead === 0x80) return 4 + rare
  if (lead === 0xff) return bad
  if (within(trail, 0x30, 0x39)) {
    const third = bytes[at + 2] ?? 0
    const fourth = bytes[at + 3] ?? 0
    if (!within(third, 0x81, 0xfe) || !within(fourth, 0x30, 0x39)) return bad
    const pointer = (((lead - 0x81) * 10 + trail - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30
    return within(pointer, 39_420, 188_999) || pointer > 1_237_575 ? bad : 4 * 4 + usual
  }
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return bad
  // 0xa3a0 is a wide space that programs write.
  if (trail < 0xa1) return within(lead, 0xa1, 0xa7) && !(lead === 0xa3 && trail === 0xa0) ? bad : 4 * 2 + rare
  if (within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa3)) return 4 * 2 + usual
  if (within(lead, 0xd8, 0xf7) || within(lead, 0xa4, 0xa9)) return 4 * 2 + lessUsual
  return within(lead, 0xaa, 0xaf) || lead >= 0xf8 ? bad : 4 * 2 + rare
}

/** Big5: the 5,401 characters of its first level (0xa440 to 0xc67e), its second level, its punctuation. */
function readBig5(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const trail = bytes[at + 1] ?? 0
  if (!within(lead, 0x81, 0xfe) || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return bad
  if (within(lead, 0xa1, 0xc5) || (lead === 0xc6 && trail <= 0x7e)) return 4 * 2 + usual
  return within(lead, 0xc9, 0xf9) ? 4 * 2 + lessUsual : 4 * 2 + rare
}

/** Shift_JIS: half-width katakana of one byte, in runs; kana, punctuation and the first level of JIS X 0208 (0x889f to 0x9872). */
function readShiftJis(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const trail = bytes[at + 1] ?? 0
  if (within(lead, 0xa1, 0xdf)) {
    const isAmongOthers = isHalfWidth(bytes[at - 1]) && isHalfWidth(bytes[at + 1])
    return 4 + (isAmongOthers ? usual : rare)
  }
  // From 0xf0 to 0xf9 are private-use characters.
  if (!within(lead, 0x81, 0x9f) && !within(lead, 0xe0, 0xef) && !within(lead, 0xfa, 0xfc)) return bad
  if (!within(trail, 0x40, 0x7e) && !within(trail, 0x80, 0xfc)) return bad
  const code = lead * 256 + trail
  if (within(code, 0x889f, 0x9872) || within(code, 0x8140, 0x8396)) return 4 * 2 + usual
  return within(code, 0x9873, 0xeaa4) ? 4 * 2 + lessUsual : 4 * 2 + rare
}

/** Half-width katakana, or what may end a run of them: a separator or a digit, nothing that ends a longer character. */
const isHalfWidth = (byte = 0): boolean => byte < 0x40 || within(byte, 0xa1, 0xdf)

/** EUC-KR: the 2,350 syllables of KS X 1001 (0xb0a1 to 0xc8fe) and its punctuation; Chinese characters are rare now. */
function readEucKr(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const trail = bytes[at + 1] ?? 0
  if (!within(lead, 0x81, 0xfe) || !within(trail, 0x41, 0xfe)) return bad
  const isUsual = trail >= 0xa1 && (within(lead, 0xb0, 0xc8) || within(lead, 0xa1, 0xa3))
  return 4 * 2 + (isUsual ? usual : rare)
}

/** Western Europe: letters are usual beside other letters, signs by themselves; what stands in long runs is neither. */
function readWindows1252(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  const before = bytes[at - 1] ?? 0
  const after = bytes[at + 1] ?? 0
  if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return bad
  if (byte >= 0xc0 && (isLetter(before) || isLetter(after))) return 4 + usual
  return 4 + (before < 0x80 && after < 0x80 ? lessUsual : rare)
}

const isLetter = (byte: number): boolean => within(byte | 0x20, 0x61, 0x7a)

/** By label of https://encoding.spec.whatwg.org/#names-and-labels, the likeliest first. */
export const characterReaders = {
  'utf-8': readUtf8,
  gb18030: readGb18030,
  big5: readBig5,
  shift_jis: readShiftJis,
  'euc-kr': readEucKr,
  'windows-1252': readWindows1252,
} as const satisfies Readonly<Record<string, CharacterReader>>

/** What bytes make in one encoding, their ASCII aside. */
export class Tally {
  /** Characters, and twice the usual ones and once the less usual ones. */
  characters = 0
  #weight = 0
  #bad = 0
  /** Of each pair of bytes that began a character: 1. */
  readonly #seen = new Uint8Array(0x10000)
  readonly #read: CharacterReader

  constructor(read: CharacterReader) {
    this.#read = read
  }

  /** Takes a piece of whole characters. Gives where the first bytes are that make no character; -1 if there are none. */
  take(bytes: Uint8Array): number {
    const read = this.#read
    const seen = this.#seen
    const { length } = bytes
    let firstBad = -1
    let characters = 0
    let weight = 0
    for (let at = 0; at < length;) {
      if ((bytes[at] as number) < 0x80) {
        at += 1
        continue
      }
      const found = read(bytes, at)
      if (found === bad) {
        if (firstBad < 0) firstBad = at
        this.#bad += 1
        at += 1
      } else {
        characters += 1
        seen[((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0)] = 1
        weight += found & 3
        at += found >> 2
      }
    }
    this.characters += characters
    this.#weight += weight
    return firstBad
  }

  /** How many different characters there are, as far as two bytes tell them. */
  get different(): number {
    return this.#seen.reduce((sum, one) => sum + one, 0)
  }

  /** How usual the characters are, between 0 and 1. Bytes that make none weigh three times. */
  get share(): number {
    return this.#weight / Math.max(1, usual * (this.characters + 3 * this.#bad))
  }
}

/**
 * Witnesses UTF-8 inside what would pass for GB18030, as in files put together from two programs' output.
 * Most Chinese UTF-8 is valid GB18030 of other characters, so decoding alone never notices. Looks at runs of
 * bytes between ASCII separators: one that is UTF-8 for four Chinese characters or more (six in GB18030) is no
 * chance; shorter ones count only when there are many.
 */
export class Utf8Runs {
  #runs = 0
  #short = 0
  #firstShort = -1
  #firstLong = -1
  /** Chinese characters of the present run if it is UTF-8; -1 once it cannot be. */
  #characters = 0
  /** Continuation bytes still to come. */
  #open = 0
  #high = false

  /** Takes the bytes from `position` on, and gives where long runs end that end in them. */
  take(bytes: Uint8Array, position: number): number[] {
    const { length } = bytes
    const ends: number[] = []
    for (let at = 0; at < length; at += 1) {
      if (!this.#high) {
        while (at < length && (bytes[at] as number) < 0x80) at += 1
        if (at === length) break
        this.#high = true
      }
      at = this.#run(bytes, at)
      if (at < length && this.#end(position + at)) ends.push(position + at)
    }
    return ends
  }

  /** Follows the present run to the separator behind it, or as far as the bytes go. */
  #run(bytes: Uint8Array, start: number): number {
    const { length } = bytes
    let characters = this.#characters
    let open = this.#open
    let at = start
    for (; at < length; at += 1) {
      const byte = bytes[at] as number
      if (byte < 0x80) {
        if (open > 0) characters = -1
        open = 0
        if (byte < 0x30 || byte === 0x3b || byte === 0x7c) break
      } else if (characters >= 0) {
        if (open > 0 && byte < 0xc0) open -= 1
        else if (open === 0 && ((byte >= 0xe3 && byte <= 0xe9) || byte === 0xef)) {
          open = 2
          characters += 1
        } else characters = -1
      }
    }
    this.#characters = characters
    this.#open = open
    return at
  }

  /** The text is over. Gives where the first run of UTF-8 ends when there are too many to be chance; -1 otherwise. */
  finish(position: number): number {
    if (this.#high) this.#end(position)
    if (this.#firstLong >= 0) return this.#firstLong
    return this.#short >= 3 && this.#short > this.#runs / 20 ? this.#firstShort : -1
  }

  /** Whether the run that ends at `position` is a long one of UTF-8. */
  #end(position: number): boolean {
    const isUtf8 = this.#open === 0 && this.#characters > 0
    const isLong = isUtf8 && this.#characters >= 4
    this.#runs += 1
    if (isLong && this.#firstLong < 0) this.#firstLong = position
    if (isUtf8 && !isLong) {
      this.#short += 1
      if (this.#firstShort < 0) this.#firstShort = position
    }
    this.#characters = 0
    this.#open = 0
    this.#high = false
    return isLong
  }
}
