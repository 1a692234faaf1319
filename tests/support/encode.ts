// Writes text in the encodings that files come in; TextEncoder knows UTF-8 only. Made from what TextDecoder reads.

const tables = new Map<string, Map<string, readonly number[]>>()

function tableOf(label: string): Map<string, readonly number[]> {
  const made = tables.get(label)
  if (made) return made
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label)
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    // Of several ways to write a character, the first.
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let lead = 0; lead <= 0xff; lead += 1) add(lead)
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add(lead, trail)
  tables.set(label, table)
  return table
}

/** A character beyond the basic plane takes four bytes in GB 18030, counted from 0x90308130. */
function fourBytes(code: number): number[] {
  const pointer = 189_000 + code - 0x10000
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]
}

/** @throws RangeError for a character that the encoding does not have */
export function encodeAs(label: string, text: string): Buffer {
  if (label === 'utf-8') return Buffer.from(text)
  if (label === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (label === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(label)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const found = table.get(character) ?? (label === 'gb18030' && code > 0xffff ? fourBytes(code) : undefined)
    if (!found) throw new RangeError(`not in ${label}: ${character}`)
    bytes.push(...found)
  }
  return Buffer.from(bytes)
}
