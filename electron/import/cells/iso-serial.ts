// ISO 8601 days, moments and spans as the serial numbers that sheets count with, by Excel's own calendar: formats that
// write their dates out come to look like those that number them.

const dayMs = 86_400_000
/** 1899-12-30, from which serials count since 1 March 1900; before that day Excel is one ahead. */
const epoch = Date.UTC(1899, 11, 30)
const march1900 = 61
const moment = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/
const span = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/

/** `ms` since 1970 on the wall clock as a serial; undefined before the year 1900, which sheets do not number. */
export function serialOfMs(ms: number, date1904 = false): number | undefined {
  const days = (ms - epoch) / dayMs
  const serial = days < march1900 ? days - 1 : days
  if (!(serial >= 0)) return undefined
  return date1904 ? days - 1462 : serial
}

/** The serial of 2026-03-01 or 2026-03-01T09:30:00; undefined for what is no such day or has no serial. */
export function serialOfIso(iso: string, date1904 = false): { serial: number; hasTime: boolean } | undefined {
  const parts = moment.exec(iso)
  if (!parts) return undefined
  const [, year, month, day, hours, minutes = '0', seconds = '0'] = parts
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(midnight).getUTCDate() !== Number(day)) return undefined
  const clock = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)
  const serial = serialOfMs(midnight, date1904)
  return serial === undefined ? undefined : { serial: serial + clock / 86_400, hasTime: clock > 0 }
}

/** PT36H05M30S as days. */
export function serialOfSpan(iso: string): number | undefined {
  const parts = span.exec(iso)
  if (!parts) return undefined
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts
  const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))
  return (sign ? -1 : 1) * (Number(days) + clock / 86_400)
}
