// Builds what is built from our sources, when they are not those of the last build. Quiet unless it fails.

import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.ts'

interface Build {
  /** Files whose contents decide whether it is up to date. */
  sources: readonly string[]
  out: string
  run: () => Promise<void>
}

/** Vite is loaded only when there is something to build. */
async function vite(configFile: string, mode: string): Promise<void> {
  const { build } = await import('vite')
  await build({ configFile: join(root, configFile), mode, logLevel: 'error' })
}

const common = ['shared/**/*.ts', 'package-lock.json', 'package.json']

export const builds = {
  renderer: {
    sources: [...common, 'renderer/**/*.*', 'vite.config.ts'],
    out: 'out/renderer',
    run: () => vite('vite.config.ts', 'production'),
  },
  desktop: {
    sources: [...common, 'electron/**/*.ts', 'vite.desktop.config.ts'],
    out: 'out/desktop',
    run: async () => {
      await vite('vite.desktop.config.ts', 'production')
      await vite('vite.desktop.config.ts', 'preload')
    },
  },
} satisfies Record<string, Build>

/** Makes sure that `out/…` is what the sources say. @throws what Vite throws when they do not build */
export async function ensureBuilt(name: keyof typeof builds): Promise<void> {
  const build: Build = builds[name]
  const stamp = join(root, build.out, '.sources')
  const hash = hashOf(build.sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stderr.write(`Recap: building the ${name}…\n`)
  await build.run()
  writeFileSync(stamp, hash)
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
