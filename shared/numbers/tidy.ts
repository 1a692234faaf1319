// Takes binary noise off a computed number. Never changes a number that a person could have written.

/**
 * `x` rounded to 15 significant decimal digits, the most that every double keeps (DBL_DIG of IEEE 754 binary64)
 * and the most that a spreadsheet shows: `0.28 * 1e4` is 2800.0000000000005,
 * `tidy(0.28 * 1e4)` is 2800. The largest numbers of all stay as they are rather than become endless.
 */
export function tidy(x: number): number {
  if (Number.isSafeInteger(x) || !Number.isFinite(x)) return x
  const rounded = Number(x.toPrecision(15))
  return Number.isFinite(rounded) ? rounded : x
}
