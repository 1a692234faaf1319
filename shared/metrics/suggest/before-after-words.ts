// Which two names say the same thing of an earlier and a later time: 优化前 and 优化后, 去年注册 and 今年注册, 2025 and 2026.

/** Words for the earlier and for the later time. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:上年|去年)同期|去年|上年/, /今年|本年|本期/],
  [/上季度?/, /本季度?/],
  [/上半年/, /下半年/],
  [/上(?:个)?月/, /本月|当月/],
  [/上(?:一)?周/, /本周/],
  [/上期|同期/, /本期/],
  [/期初/, /期末/],
  [/基期/, /报告期|本期/],
  [/之前/, /之后/],
  // Neither 前端 nor 售后, and not the first ten (前10名).
  [/(?<!售)前(?![端台景]|\d+[名位强%])/, /(?<![最售])后(?![端台勤]|\d+[名位强%])/],
  [/\bbefore\b/i, /\bafter\b/i],
  [/\b(?:last|previous|prior) year\b/i, /\b(?:this|current) year\b/i],
  [/\b(?:last|previous|prior) quarter\b/i, /\b(?:this|current) quarter\b/i],
  [/\b(?:last|previous|prior) month\b/i, /\b(?:this|current) month\b/i],
  [/\b(?:last|previous|prior) week\b/i, /\b(?:this|current) week\b/i],
  [/\b(?:previous|prior|baseline)\b/i, /\bcurrent\b/i],
  [/\bpre\b/i, /\bpost\b/i],
]

const year = /(?:19|20)\d\d/
/** Longer names are sentences. */
const mostCharacters = 60

/** What is left of a name when the word for the time is taken out, compared without spaces and brackets. */
const rest = (name: string, word: RegExp): string | undefined =>
  word.test(name)
    ? name
        .replace(word, '')
        .replace(/[\s()（）_-]/g, '')
        .toLowerCase()
    : undefined

/** Whether `before` and `after` differ in nothing but the time, and in this order. */
export function isBeforeAfter(before: string, after: string): boolean {
  if (before.length > mostCharacters || after.length > mostCharacters || before === after) return false
  const [earlier, later] = [year.exec(before)?.[0], year.exec(after)?.[0]]
  if (earlier && later)
    return Number(later) === Number(earlier) + 1 && rest(before, year) === rest(after, year)
  return pairs.some(([was, is]) => {
    const left = rest(before, was)
    return left !== undefined && left === rest(after, is)
  })
}

/** A name without the word for its time, and that word: 2026年注册 is 注册 in 2026年. Nothing may be left of it. */
export function timeless(name: string): { measure: string; time: string } {
  const yearly = /(?:19|20)\d\d ?年?/.exec(name)?.[0]
  const word =
    yearly ??
    pairs
      .flat()
      .flatMap((pattern) => pattern.exec(name)?.[0] ?? [])
      .toSorted((a, b) => b.length - a.length)[0]
  if (word === undefined) return { measure: name, time: name }
  return { measure: name.replace(word, '').replace(/^[\s()（）_-]+|[\s()（）_-]+$/g, ''), time: word.trim() }
}
