// Excel's serial dates as ISO text. It keeps Excel's own calendar, with the 29 February 1900 that never was,
// and knows no time zone: a serial is what stood on the wall clock.

const dayMs = 86_400_000
/** The day after 9999-12-31, the last one that Excel has. */
export const beyond = 2_958_466

const two = (part: number): string => String(part).padStart(2, '0')

/** `ms` of a day as 09:30:00, with milliseconds only where there are some. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const rest = ms % 1000
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`
}

/** A serial's day and time of day; undefined where Excel shows #### (negative, or after the year 9999). */
export function momentOf(
  serial: number,
  date1904: boolean,
): { day: string; clock: string; hasTime: boolean } | undefined {
  if (!(serial >= 0 && serial < beyond - (date1904 ? 1462 : 0))) return undefined
  const total = Math.round(serial * dayMs)
  const days = Math.floor(total / dayMs) + (date1904 ? 1462 : 0)
  const ms = total % dayMs
  const clock = clockOf(ms)
  return { day: dayOf(days), clock, hasTime: ms !== 0 }
}

/** Days of a sheet come again and again, and writing one out takes longer than looking it up. */
const written = new Map<number, string>()

function dayOf(days: number): string {
  let day = written.get(days)
  if (day === undefined) {
    const epoch = Date.UTC(1899, 11, days < 60 ? 31 : 30)
    day = days === 60 ? '1900-02-29' : new Date(epoch + days * dayMs).toISOString().slice(0, 10)
    if (written.size > 10_000) written.clear()
    written.set(days, day)
  }
  return day
}

/** A serial as a time that may pass 24 hours: 1.5 → 36:00:00. */
export function timeOf(serial: number): string {
  const sign = serial < 0 ? '-' : ''
  return sign + clockOf(Math.round(Math.abs(serial) * dayMs))
}
