// Reads a length of time of several parts: 1小时05分, 2天3小时, 1h 30m, 2 days 03:04:05. A single part (38分钟) is an ordinary
// quantity and a clock (1:05:00) may be a time of day: neither is read here.

/** Longer texts are no spans. */
const mostCharacters = 40

/** Seconds of each word, from the longest to the shortest. */
const parts: readonly (readonly [RegExp, number])[] = [
  [/^(?:周|个星期|weeks?|w)/i, 604_800],
  [/^(?:天|日|days?|d)/i, 86_400],
  [/^(?:个小时|小时|时|hours?|hrs?|h)/i, 3600],
  [/^(?:分钟|分|minutes?|mins?|m(?!s))/i, 60],
  [/^(?:秒钟|秒|seconds?|secs?|s)/i, 1],
  [/^(?:毫秒|ms)/i, 0.001],
]

/** Seconds of a span that names at least two parts, the longer before the shorter; undefined for anything else. */
export function parseSpan(text: string): number | undefined {
  if (text.length > mostCharacters || !/^\d/.test(text)) return undefined
  const words = text.normalize('NFKC').trim()
  const clock = /^(\d{1,5})\s*(?:days?|天)[\s,]*(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/i.exec(words)
  if (clock) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part ?? 0))
    return hours > 23 ? undefined : days * 86_400 + hours * 3600 + minutes * 60 + seconds
  }
  let rest = words
  let total = 0
  let count = 0
  let next = 0
  while (rest !== '') {
    const amount = /^(?:零|and\s+)?(\d{1,6}(?:\.\d{1,6})?)\s*/i.exec(rest)
    if (!amount?.[1]) return undefined
    const word = rest.slice(amount[0].length)
    const at = parts.findIndex(([pattern], index) => index >= next && pattern.test(word))
    const part = parts[at]
    if (!part) return undefined
    total += Number(amount[1]) * part[1]
    rest = word.replace(part[0], '').replace(/^[\s,]+/, '')
    next = at + 1
    count += 1
  }
  return count > 1 ? total : undefined
}

/** Seconds of one step of a unit that counts time: 60 for 分钟, 86400 for 天; undefined for any other unit. An `m` is a metre. */
export function secondsOf(unit: string): number | undefined {
  if (/^(?:m|w)$/i.test(unit)) return undefined
  return parts.find(([pattern]) => pattern.exec(unit)?.[0].length === unit.length)?.[1]
}
