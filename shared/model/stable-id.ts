// Ids made from what they name. Apart from the schemas, so that the screens can make them without checking anything.

/**
 * The same parts always give the same id: a figure proposed twice from the same column is one figure.
 * 64-bit FNV-1a over UTF-16 code units, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  let hash = 0xcbf29ce484222325n
  for (const character of JSON.stringify(parts)) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return `${prefix}-${hash.toString(36)}`
}
