// The little English grammar that names from a spreadsheet need inside a sentence. It knows no figures.

/** A name inside a phrase: Sign-ups → sign-ups, while CTR, iOS, WeChat and June keep their letters. */
export const inner = (name: string): string =>
  /^[A-Z][a-z]/.test(name) && !proper.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** Months and days of the week, and names with a capital inside. */
const proper =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|^[A-Z][a-z]+[A-Z]/

/** Only regular English nouns: sign-ups → sign-up, stories → story; anything else stays. */
export const singular = (noun: string): string =>
  noun.endsWith('ies') ? noun.replace(/ies$/, 'y') : /[^su]s$/.test(noun) ? noun.slice(0, -1) : noun

/** Only regular English nouns: channel → channels, city → cities; a word that is already plural stays. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  if (/(ss|x|ch|sh)$/.test(noun)) return `${noun}es`
  return /(s|[^a-z])$/i.test(noun) ? noun : `${noun}s`
}

/** a, b and c. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** `1 row`, `1,080 rows`: of a number that is written already. */
export const counted = (written: string, noun: string): string =>
  `${written} ${written === '1' ? noun : plural(noun)}`
