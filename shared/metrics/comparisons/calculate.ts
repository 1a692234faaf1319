import type { Expression } from '../../model/figure.ts'
import type { FigureId } from '../../model/ids.ts'
import { tidy } from '../../numbers/tidy.ts'

export function calculate(expression: Expression, valueOf: (id: FigureId) => number | null): number | null {
  if ('number' in expression) return expression.number
  if ('figure' in expression) return valueOf(expression.figure)
  if ('negative' in expression) {
    const v = calculate(expression.negative, valueOf)
    return v === null ? null : -v
  }
  if ('operator' in expression) {
    const l = calculate(expression.left, valueOf)
    const r = calculate(expression.right, valueOf)
    if (l === null || r === null) return null
    switch (expression.operator) {
      case '+': return add(l, r)
      case '-': return add(l, -r)
      case '*': return tidy(l * r)
      case '/': return r === 0 ? null : tidy(l / r)
    }
  }
  const values = expression.arguments.map((one) => calculate(one, valueOf))
  if (values.some((v) => v === null)) return null
  const v = values as number[]
  const [a = 0, b = 0] = v
  switch (expression.call) {
    case 'growth': return b <= 0 ? null : tidy(a / b - 1)
    case 'change': return add(a, -b)
    case 'attainment': return b === 0 ? null : tidy(a / b)
    case 'saving': return b === 0 ? null : tidy((b - a) / b)
    case 'share': return b === 0 ? null : tidy(a / b)
    case 'rest': return v.slice(1).reduce((s, x) => add(s, -x), a)
    case 'sum': return v.reduce((s, x) => add(s, x), 0)
    case 'mean': return v.length === 0 ? null : tidy(v.reduce((s, x) => add(s, x), 0) / v.length)
    case 'weighted-mean': {
      let top = 0; let bottom = 0
      for (let i = 0; i + 1 < v.length; i += 2) { top += (v[i] ?? 0) * (v[i + 1] ?? 0); bottom += v[i + 1] ?? 0 }
      return bottom === 0 ? null : tidy(top / bottom)
    }
    case 'geometric-mean': return v.some((x) => x < 0) ? null : tidy(Math.exp(v.reduce((s, x) => s + Math.log(x), 0) / v.length))
    case 'compound': return tidy(v.reduce((s, x) => s * (1 + x), 1) - 1)
    case 'min': return Math.min(...v)
    case 'max': return Math.max(...v)
    case 'absolute': return Math.abs(a)
    case 'round': return Math.round(a)
  }
}
function add(left: number, right: number): number {
  const sum = left + right
  const kept = 14 - Math.floor(Math.log10(Math.max(Math.abs(left), Math.abs(right))))
  return kept >= 0 && kept <= 100 ? tidy(Number(sum.toFixed(kept))) : tidy(sum)
}
