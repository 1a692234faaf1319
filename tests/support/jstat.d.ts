// The part of jstat, which brings no types, that is an oracle for our own statistics.

declare module 'jstat' {
  interface Distribution {
    cdf: (x: number, ...parameters: number[]) => number
    inv: (p: number, ...parameters: number[]) => number
  }
  export const jStat: {
    normal: Distribution
    studentt: Distribution
    beta: Distribution
    gammaln: (x: number) => number
    lowRegGamma: (a: number, x: number) => number
  }
}
