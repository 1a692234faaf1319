// What the home screen loads before anything is clicked: little, and none of the heavy packages.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools.ts'

const assets = join(root, 'out/renderer/assets')
const read = (name: string): string => readFileSync(join(assets, name), 'utf8')

/** What is in the bundle of a package and nowhere else. */
const marks = {
  antd: 'ant-design',
  tiptap: 'ProseMirror',
  echarts: '_echarts_instance_',
  'ag-grid': 'ag-root',
} as const

describe('the first load', () => {
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8')
  const scripts = [...html.matchAll(/\/assets\/([\w.-]+\.js)/g)].flatMap((match) => match[1] ?? [])
  const text = scripts.map(read).join('')

  it('is one script and what joins it to the others, 350 KB at most', () => {
    expect(scripts.length).toBeLessThanOrEqual(2)
    expect(text.length).toBeLessThan(350_000)
  })

  it.each(Object.entries(marks))('has nothing of %s, which comes when it is needed', (_, mark) => {
    expect(text).not.toContain(mark)
    const later = readdirSync(assets).filter((name) => name.endsWith('.js') && !scripts.includes(name))
    expect(later.some((name) => read(name).includes(mark))).toBe(true)
  })

  it('has no schemas: the engine checks what it is sent', () => {
    for (const name of readdirSync(assets).filter((file) => file.endsWith('.js'))) {
      expect([name, /ZodError|_zod\b|invalid_union/.test(read(name))]).toEqual([name, false])
    }
  })
})
