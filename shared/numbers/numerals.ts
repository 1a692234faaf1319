// Chinese numerals: 三十五, 一千二百万, 两万三, 壹仟贰佰, 二〇二六, 三点一四.
// It reads a numeral and nothing but a numeral; what 三月 and 五一 mean is not for it to say.

const spelled = (lines: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(lines).flatMap(([characters, worth]) =>
      [...characters].map((character): [string, number] => [character, worth]),
    ),
  )

const digits = spelled({
  '零〇○': 0,
  一壹: 1,
  二贰貳两兩: 2,
  三叁: 3,
  四肆: 4,
  五伍: 5,
  六陆: 6,
  七柒: 7,
  八捌: 8,
  九玖: 9,
})
/** Within a group of four digits, and between such groups. */
const inner = spelled({ 十拾: 10, 百佰: 100, 千仟: 1000 })
const outer = spelled({ 万萬: 1e4, 亿億: 1e8 })

/** The characters that numerals are made of, for a class of a pattern. */
export const numeralCharacters = [...digits.keys(), ...inner.keys(), ...outer.keys()].join('')

/** Digits one by one, as years are written: 二〇二六. Two or three of them without a 〇 are a name: 五一, 三八. */
function digitByDigit(text: string): number | undefined {
  const run = [...text].map((character) => digits.get(character))
  if (run.length < 2 || run.length > 15 || run.includes(undefined)) return undefined
  if (run.length < 4 && !run.includes(0)) return undefined
  return run[0] === 0 ? undefined : Number(run.join(''))
}

/** 一千二百万, 十二, 一百零五; 两万三 for 23000, as it is said. */
function placed(text: string): number | undefined {
  let total = 0
  let group = 0
  let digit: number | undefined
  let isZero = false
  /** The worth of the last place word, in all and within its group. */
  let last = 0
  let lastInner = 1e4
  for (const character of text) {
    const next = digits.get(character)
    const place = inner.get(character)
    if (next !== undefined) {
      if (digit !== undefined || (next === 0 && isZero)) return undefined
      if (next === 0) isZero = true
      else digit = next
    } else if (place !== undefined) {
      const isBareTen = digit === undefined && place === 10 && group === 0
      if (place >= lastInner || (digit === undefined && !isBareTen)) return undefined
      group += (digit ?? 1) * place
      lastInner = last = place
      digit = undefined
      isZero = false
    } else {
      const worth = outer.get(character)
      group += digit ?? 0
      if (worth === undefined || (isZero && digit === undefined)) return undefined
      if (worth === 1e8) {
        if (total >= 1e8 || total + group === 0) return undefined
        total = (total + group) * worth
      } else {
        if (total % 1e8 !== 0 || group === 0) return undefined
        total += group * worth
      }
      group = 0
      lastInner = 1e4
      last = worth
      digit = undefined
      isZero = false
    }
  }
  if (digit === undefined) return isZero ? (text.length === 1 ? 0 : undefined) : total + group
  return total + group + (last >= 100 && !isZero ? (digit * last) / 10 : digit)
}

/** The number that a text spells out in Chinese; undefined for anything else. At most 30 characters. */
export function parseNumeral(text: string): number | undefined {
  if (text === '' || text.length > 30) return undefined
  const [whole = '', fraction, ...more] = text.split('点')
  const value = digitByDigit(whole) ?? placed(whole)
  if (value === undefined || whole === '' || more.length > 0) return undefined
  if (fraction === undefined) return value
  const decimals = [...fraction].map((character) => digits.get(character))
  return decimals.length === 0 || decimals.includes(undefined)
    ? undefined
    : Number(`${value}.${decimals.join('')}`)
}
