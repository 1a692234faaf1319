// The drawing step: which charts to show, a chart with its numbers, and the same as an ECharts option.
// Pure: it draws nothing itself; the screen and the exporters do, from one plot.

export { chartOption, type ChartLook } from './option.ts'
export { plotChart } from './plot.ts'
export { proposeCharts } from './propose.ts'
