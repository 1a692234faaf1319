// The drawing step: which charts to show, a chart with its numbers, the same as an ECharts option, its colours and its
// height. Pure: it draws nothing itself; the screen and the exporters do, from one plot.

export { chartOption, type ChartLook } from './option.ts'
export {
  type ChartTheme,
  heatColour,
  inkOn,
  quietColour,
  seriesColours,
  verdictColour,
  verdictSigns,
} from './palettes.ts'
export { plotChart } from './plot.ts'
export { proposeCharts } from './propose.ts'
