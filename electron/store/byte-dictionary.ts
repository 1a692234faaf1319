// Numbers different values in the order in which they come, known by their bytes alone.

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export class ByteDictionary {
  /** How many values there are, without null, which is 0 and never asked for. */
  size = 0
  /** Whether all values are days of the calendar. */
  isOfDays = true
  /** One after the other; `#ends` says where each ends. */
  #bytes = new Uint8Array(1 << 10)
  readonly #ends: number[] = [0]
  readonly #areBlobs: boolean[] = [false]
  /** Open addressing: code, or 0. */
  #slots = new Int32Array(64)
  #last = 0

  /** The number of a value, from 1 on. A blob is another value than a text of the same bytes. */
  codeOf(bytes: Uint8Array, start: number, end: number, isBlob: boolean): number {
    // Rows that follow one another are alike.
    if (this.#last > 0 && this.#is(this.#last, bytes, start, end, isBlob)) return this.#last
    const mask = this.#slots.length - 1
    let slot = hashOf(bytes, start, end) & mask
    for (;;) {
      const code = this.#slots[slot] ?? 0
      if (code === 0) break
      if (this.#is(code, bytes, start, end, isBlob)) return (this.#last = code)
      slot = (slot + 1) & mask
    }
    return (this.#last = this.#add(bytes.subarray(start, end), isBlob, slot))
  }

  /** By number; a blob is a boolean, as cells.ts keeps them. Undefined when a text is no UTF-8. */
  maybeValues(): (string | boolean | null)[] | undefined {
    try {
      return this.#ends.map((end, code) => {
        if (code === 0) return null
        const bytes = this.#bytes.subarray(this.#ends[code - 1], end)
        return this.#areBlobs[code] === true ? bytes[0] === 1 : decoder.decode(bytes)
      })
    } catch {
      return undefined
    }
  }

  #is(code: number, bytes: Uint8Array, start: number, end: number, isBlob: boolean): boolean {
    const own = this.#ends[code - 1] ?? 0
    if ((this.#ends[code] ?? 0) - own !== end - start || this.#areBlobs[code] !== isBlob) return false
    for (let index = end - start - 1; index >= 0; index -= 1) {
      if (this.#bytes[own + index] !== bytes[start + index]) return false
    }
    return true
  }

  #add(value: Uint8Array, isBlob: boolean, slot: number): number {
    const from = this.#ends[this.size] ?? 0
    const to = from + value.length
    if (to > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(to, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(value, from)
    this.size += 1
    this.#ends.push(to)
    this.#areBlobs.push(isBlob)
    this.#slots[slot] = this.size
    this.isOfDays &&= !isBlob && isDay(value)
    if (this.size * 2 > this.#slots.length) this.#grow()
    return this.size
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    for (let code = 1; code <= this.size; code += 1) {
      let slot = hashOf(this.#bytes, this.#ends[code - 1] ?? 0, this.#ends[code] ?? 0) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = code
    }
  }
}

/** Four bytes at a time, multiplied by 2^32 over the golden ratio and folded (Knuth, volume 3, 6.4). */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  let at = start
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)
    hash = Math.imul(hash ^ word, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; at < end; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

/** `2026-03-01`, and a day that there is. */
function isDay(bytes: Uint8Array): boolean {
  if (bytes.length !== 10) return false
  const text = String.fromCodePoint(...bytes)
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(text)
  // Day 31 of a month of 30 is taken for the first of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
