// What a rounded number may have been: 48.2% stands for anything from 48.15% to 48.25%. Sums, products and quotients of
// such intervals, so that two statements contradict one another only where no unrounded numbers could have led to both.

/** Both ends included. */
export interface Interval {
  low: number
  high: number
}

/** A number that is known to the last digit. */
export const exactly = (value: number): Interval => ({ low: value, high: value })

/** A number that was rounded to a multiple of `step`. */
export const roundedTo = (value: number, step: number): Interval => ({
  low: value - step / 2,
  high: value + step / 2,
})

export const plus = (left: Interval, right: Interval): Interval => ({
  low: left.low + right.low,
  high: left.high + right.high,
})

export const minus = (left: Interval, right: Interval): Interval => ({
  low: left.low - right.high,
  high: left.high - right.low,
})

export const times = (left: Interval, right: Interval): Interval => ends(left, right, (a, b) => a * b)

/** Undefined where the divisor may be zero. */
export const over = (left: Interval, right: Interval): Interval | undefined =>
  right.low <= 0 && right.high >= 0 ? undefined : ends(left, right, (a, b) => a / b)

function ends(left: Interval, right: Interval, operate: (a: number, b: number) => number): Interval {
  const corners = [left.low, left.high].flatMap((a) => [operate(a, right.low), operate(a, right.high)])
  return { low: Math.min(...corners), high: Math.max(...corners) }
}

/** Binary noise of a few operations. */
const drift = 1e-11

const slackOf = ({ low, high }: Interval): number => drift * Math.max(Math.abs(low), Math.abs(high))

/** Whether both may stand for the same number. */
export const meets = (left: Interval, right: Interval): boolean =>
  left.low <= right.high + slackOf(right) + slackOf(left) &&
  right.low <= left.high + slackOf(left) + slackOf(right)

/** Whether a whole number lies in it. */
export const holdsWhole = (interval: Interval): boolean =>
  Math.floor(interval.high + slackOf(interval)) >= Math.ceil(interval.low - slackOf(interval))
