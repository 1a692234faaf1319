import { describe, expect, test } from 'vitest'
import {
  heatColour,
  inkOn,
  plotColours,
  quietColour,
  seriesColours,
  verdictColour,
} from '../../../../shared/charts/index.ts'
import { PaletteId } from '../../../../shared/model/chart.ts'
import { drawn } from '../../../support/drawn-chart.ts'

const themes = ['light', 'dark'] as const
const grounds = { light: '#ffffff', dark: '#1e242c' } as const

/** Written out from WCAG 2.2, apart from the module's own. */
function luminance(colour: string): number {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)
  })
  return (linear[0] ?? 0) * 0.2126 + (linear[1] ?? 0) * 0.7152 + (linear[2] ?? 0) * 0.0722
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each(themes)('on %s ground', (theme) => {
  test.each(PaletteId.options)('%s: colours are told from the ground and from each other', (palette) => {
    const colours = seriesColours(palette, 7, theme)
    expect(new Set(colours).size).toBe(7)
    for (const colour of colours) {
      expect(colour).toMatch(/^#[\da-f]{6}$/)
      expect(contrast(colour, grounds[theme])).toBeGreaterThanOrEqual(2.9)
    }
    expect(new Set(seriesColours(palette, 21, theme)).size).toBe(21)
  })

  test.each(PaletteId.options)('%s: neighbours differ in brightness, for a grey print', (palette) => {
    const colours = seriesColours(palette, 7, theme)
    colours.slice(1).forEach((colour, index) => {
      expect(contrast(colour, colours[index] ?? '')).toBeGreaterThan(1.15)
    })
  })

  test('text on any of them can be read', () => {
    const heat = PaletteId.options.flatMap((palette) =>
      Array.from({ length: 21 }, (_, step) => heatColour(step / 20, palette, theme)),
    )
    const all = PaletteId.options.flatMap((palette) => seriesColours(palette, 14, theme))
    for (const colour of [...heat, ...all, quietColour(theme), verdictColour('met', theme)])
      expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5)
  })

  test('met and missed differ without any hue', () => {
    expect(contrast(verdictColour('met', theme), verdictColour('missed', theme))).toBeGreaterThan(2)
  })
})

test('what others are held against is quiet', () => {
  const quiet = quietColour()
  const colours = (...given: Parameters<typeof drawn>): string[] => plotColours(drawn(...given).plot)
  const [first, second] = seriesColours('house', 2)
  expect(colours('target', ['甲'], [{ values: [1], targets: [1] }])).toEqual([quiet, first])
  expect(colours('bullet', ['甲'], [{ values: [1], targets: [1] }])).toEqual([first, quiet])
  expect(colours('pairs', ['甲'], [{ values: [1] }, { values: [2] }])).toEqual([quiet, first])
  expect(colours('column', ['甲'], [{ values: [1] }, { values: [2] }])).toEqual([first, second])
  expect(colours('funnel', ['甲', '乙'], [{ values: [2, 1] }])).toEqual([first])
  expect(colours('pie', ['甲', '乙'], [{ values: [2, 1] }])).toEqual([first, second])
})
