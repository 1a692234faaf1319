// The normal distribution and what it is made of: gamma and incomplete gamma functions.
// Double precision throughout; arguments outside a function's domain give NaN, which no caller passes on.

/** Coefficients of Lanczos' approximation for g = 7, n = 9 (P. Godfrey, A note on the computation of the convergent Lanczos complex gamma approximation, 2001). */
const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
] as const

/** Digits beyond these change nothing in a double. */
const precision = 1e-16
/** Keeps a continued fraction off zero (Lentz' method). */
const tiny = 1e-300
const mostSteps = 1000

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const [first, ...rest] = lanczos
  const sum = rest.reduce<number>((total, coefficient, index) => total + coefficient / (x + index), first)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Regularised upper incomplete gamma function Q(a, x), a > 0, x ≥ 0: series below a + 1, continued fraction above (DLMF 8.11.4, 8.9.2). */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN
  if (x === 0) return 1
  if (x === Infinity) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < mostSteps && Math.abs(term) > Math.abs(sum) * precision; n += 1) {
      term *= x / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < mostSteps; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / awayFromZero(numerator * d + b)
    c = awayFromZero(b + numerator / c)
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return front * fraction
}

const awayFromZero = (x: number): number => (Math.abs(x) < tiny ? tiny : x)

/** P(|Z| ≥ |x|), accurate far out, where 1 − cdf has no digits left. */
export const normalTails = (x: number): number => upperGamma(0.5, (x * x) / 2)

/** The x with P(Z ≤ x) = p, 0 < p < 1: a rough start (Abramowitz and Stegun, 26.2.23), then Newton's method. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return Number.NaN
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  let x =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  // Far out the tail is almost e to a parabola: on its logarithm a step overshoots nothing.
  for (let step = 0; step < 6; step += 1) {
    const above = 0.5 * normalTails(x)
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
    x += (Math.log(above / tail) * above) / density
  }
  return p < 0.5 ? -x : x
}
