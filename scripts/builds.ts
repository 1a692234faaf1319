// Builds what is built from our sources, when they are not those of the last build. Quiet unless it fails. A build is
// made aside and takes its place whole, so that one that fails, or two at once, leave no half of a page behind.

import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './tools.ts'

interface Build {
  /** Files whose contents decide whether it is up to date. */
  sources: readonly string[]
  out: string
  configFile: string
  modes: readonly string[]
}

const common = ['shared/**/*.ts', 'package-lock.json', 'package.json']

const builds = {
  renderer: {
    sources: [...common, 'renderer/**/*.*', 'vite.config.ts'],
    out: 'out/renderer',
    configFile: 'vite.config.ts',
    modes: ['production'],
  },
  desktop: {
    sources: [...common, 'electron/**/*.ts', 'vite.desktop.config.ts'],
    out: 'out/desktop',
    configFile: 'vite.desktop.config.ts',
    modes: ['production', 'preload'],
  },
} satisfies Record<string, Build>

/** Makes sure that `out/…` is what the sources say. @throws what Vite throws when they do not build */
export async function ensureBuilt(name: keyof typeof builds): Promise<void> {
  const { sources, out, configFile, modes }: Build = builds[name]
  const place = join(root, out)
  const hash = hashOf(sources)
  const stamp = '.sources'
  if (existsSync(join(place, stamp)) && readFileSync(join(place, stamp), 'utf8') === hash) return
  process.stderr.write(`Recap: building the ${name}…\n`)
  // Loaded only when there is something to build.
  const { build } = await import('vite')
  const aside = join(root, `out/.${name}-${process.pid}`)
  try {
    for (const mode of modes) {
      await build({ configFile: join(root, configFile), mode, logLevel: 'error', build: { outDir: aside } })
    }
    writeFileSync(join(aside, stamp), hash)
    mkdirSync(dirname(place), { recursive: true })
    rmSync(place, { recursive: true, force: true })
    renameSync(aside, place)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync([...patterns], { cwd: root }).toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}
