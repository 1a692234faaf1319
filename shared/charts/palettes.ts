// The colours of charts, one table for the screen, Word and PowerPoint, as sRGB (#rrggbb). Which colour stands for what is
// decided here; how much of it is painted where, the drawing decides.

import type { ChartKind, PaletteId, Plot } from '../model/chart.ts'
import type { Verdict } from '../model/goal.ts'

export type ChartTheme = 'light' | 'dark'

/** At least 3 : 1 on the ground of the theme, neighbours apart in brightness, so that a grey print keeps them apart. */
const palettes: Readonly<Record<PaletteId, Readonly<Record<ChartTheme, readonly string[]>>>> = {
  house: {
    light: ['#1f5fa8', '#d97b16', '#1b7f5c', '#9b6cc0', '#a33348', '#4590a0', '#5f6b7a'],
    dark: ['#5c9be0', '#e0a452', '#3f9c76', '#b38ad6', '#d2697b', '#7cc4d1', '#98a3b0'],
  },
  calm: {
    light: ['#3e6b8a', '#b08442', '#4f7a66', '#8a82ab', '#8f5a63', '#5f98a8', '#69747d'],
    dark: ['#79a9c9', '#d3b27c', '#6f9f8a', '#aaa2cd', '#bd858f', '#93c6d3', '#a0aab3'],
  },
  vivid: {
    light: ['#0064d6', '#e26a00', '#00843d', '#b060f0', '#c4003f', '#008aa6', '#70591a'],
    dark: ['#4d9bff', '#ff9f45', '#2fb36b', '#cfa0ff', '#ff5f87', '#3fc7de', '#b59a45'],
  },
  grey: {
    light: ['#3a3f45', '#8b9299', '#5c6269', '#747b82', '#23272b', '#80878e', '#4a5057'],
    dark: ['#d9dde1', '#7d848b', '#b3b9bf', '#969da4', '#eef0f2', '#8a9198', '#c6cbd0'],
  },
}

/**
 * So many colours of a palette, in the order of series or slices. Beyond the palette's own they come again, paler (on
 * dark ground: deeper), so that a ninth slice is never the colour of the second.
 */
export function seriesColours(palette: PaletteId, count: number, theme: ChartTheme = 'light'): string[] {
  const own = palettes[palette][theme]
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const colour = own[index % own.length] ?? groundOf[theme]
    const round = Math.floor(index / own.length)
    return round === 0 ? colour : mixed(colour, groundOf[theme], Math.min(0.6, 0.3 * round))
  })
}

const groundOf: Readonly<Record<ChartTheme, string>> = { light: '#ffffff', dark: '#1e242c' }

/**
 * Met and missed differ in hue (green-blue and orange, which no common colour blindness confuses) and in brightness by
 * more than 2 : 1, so that a grey print tells them apart; `verdictSigns` say the same without any colour.
 */
const verdicts: Readonly<Record<ChartTheme, Readonly<Record<Verdict, string>>>> = {
  light: { exceeded: '#0f5f55', met: '#0f5f55', missed: '#d6741f', unknown: '#7c8796' },
  dark: { exceeded: '#6fd6b4', met: '#6fd6b4', missed: '#c8652b', unknown: '#98a3b0' },
}

/** The colour of a bar that is judged against its goal; polarity is in the verdict already. */
export const verdictColour = (verdict: Verdict, theme: ChartTheme = 'light'): string =>
  verdicts[theme][verdict]

/** Before the label of a judged value. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  exceeded: '✓',
  met: '✓',
  missed: '✗',
  unknown: '',
}

/** What a target, a control or a length not yet reached is drawn in. */
export const quietColour = (theme: ChartTheme = 'light'): string => (theme === 'dark' ? '#5b6775' : '#a9b4c0')

/** Text on a colour: black or white, whichever has the greater contrast (never below 4.5 : 1, WCAG 2.2, 1.4.3). */
export function inkOn(colour: string): string {
  const brightness = brightnessOf(colour)
  return 1.05 / (brightness + 0.05) >= (brightness + 0.05) / (brightnessOf(darkInk) + 0.05)
    ? '#ffffff'
    : darkInk
}

const darkInk = '#000000'

/** The colour of a cell of a heat table: `share` 0 is the ground, 1 the first colour of the palette. */
export const heatColour = (share: number, palette: PaletteId, theme: ChartTheme = 'light'): string =>
  mixed(
    groundOf[theme],
    palettes[palette][theme][0] ?? groundOf[theme],
    0.08 + 0.84 * Math.min(1, Math.max(0, share)),
  )

const channels = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
]

function mixed(one: string, other: string, share: number): string {
  const others = channels(other)
  return `#${channels(one)
    .map((channel, index) =>
      Math.round(channel + ((others[index] ?? channel) - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Relative luminance, 0 to 1, by WCAG 2.2 of sRGB. */
export function brightnessOf(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/**
 * The colours of a plot, one a series (of a pie: a slice). What others are held against is quiet: a target, a control,
 * what was before, what is not done yet. Of a waterfall: wholes, what was added, what was taken off.
 */
export function plotColours(
  { kind, palette, series, categories }: Pick<Plot, 'kind' | 'palette' | 'series' | 'categories'>,
  theme: ChartTheme = 'light',
): string[] {
  if (kind === 'pie') return seriesColours(palette, categories.length, theme)
  if (kind === 'waterfall') return [quietColour(theme), ...seriesColours(palette, 2, theme)]
  const isSeveral = series.length > 1
  const isQuiet = series.map(
    ({ aspect }, index) => aspect === 'target' || (isSeveral && index === 0 && isAgainstFirst.has(kind)),
  )
  const own = seriesColours(palette, isQuiet.filter((quiet) => !quiet).length, theme)
  return isQuiet.map((quiet) => (quiet ? quietColour(theme) : (own.shift() ?? quietColour(theme))))
}

const isAgainstFirst: ReadonlySet<ChartKind> = new Set(['index', 'pairs', 'funnel', 'gantt'])
