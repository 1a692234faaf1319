// The drawing step: which charts to show, a chart with its numbers, the same as an ECharts option, its colours and its
// height. Pure: it draws nothing itself; the screen and the exporters do, from one plot.

export { chartOption, type ChartLook } from './option.ts'
export { heatShares } from './option-faces.ts'
export {
  heatColour,
  inkOn,
  plotColours,
  quietColour,
  seriesColours,
  verdictColour,
  verdictSigns,
} from './palettes.ts'
export { plotChart } from './plot.ts'
export { pointOf } from './pressed.ts'
export { proposeCharts } from './propose.ts'
export { measuredNames } from './queried.ts'
export { cardColumns, chartHeight } from './size.ts'
export { type KindChoice, suitableKinds } from './suitable.ts'
