// The rules of `npm run check`, proved: a project that breaks each of them on purpose, and the tool that says so.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../../../scripts/import-rules.ts'
import { root, runQuietly, tool } from '../../../scripts/tools.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recap-rules-'))
  for (const name of readdirSync(root)) {
    if (/\.json$|^\.(dependency|ox)|^knip/.test(name)) cpSync(join(root, name), join(folder, name))
  }
  for (const name of ['shared', 'electron', 'renderer', 'tests', 'scripts']) {
    write(`${name}/tsconfig.json`, '')
    cpSync(join(root, name, 'tsconfig.json'), join(folder, name, 'tsconfig.json'))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const value = 'export const value = 1\n'
const imports = (...paths: string[]): string => paths.map((path) => `import '${path}'\n`).join('')

/** Rule → what breaks it: a file and what it imports. */
const violations: Readonly<Record<string, readonly [file: string, ...imports: string[]]>> = {
  'shared-stands-alone': ['shared/model/a.ts', 'node:fs'],
  'pure-steps-meet-in-data': ['shared/metrics/a.ts', '../charts/index.ts'],
  'nouns-know-no-steps': ['shared/numbers/a.ts', '../metrics/index.ts'],
  'pure-steps-have-a-front': ['renderer/components/a.ts', '../../shared/charts/inner.ts'],
  'steps-have-a-front': ['electron/recap.ts', './store/inner.ts'],
  'steps-never-meet': ['electron/import/a.ts', '../store/index.ts'],
  'steps-know-no-host': ['electron/import/b.ts', '../recap.ts'],
  'platform-as-types': ['electron/export/a.ts', '../platform.ts'],
  'only-the-engine-connects-steps': ['electron/hosts/cli/a.ts', '../../store/index.ts'],
  'the-engine-knows-no-host': ['electron/jobs.ts', './hosts/log.ts'],
  'hosts-import-the-door': ['electron/hosts/cli/b.ts', '../../jobs.ts'],
  'hosts-never-meet': ['electron/hosts/web/a.ts', '../cli/a.ts'],
  'no-web-host-in-the-desktop': ['electron/hosts/desktop/a.ts', '../web/index.ts'],
  'electron-stays-in-the-desktop': ['electron/hosts/web/b.ts', 'electron'],
  'the-bridge-never-grows': ['electron/preload.ts', './hosts/log.ts'],
  'the-bridge-takes-types-only': ['electron/preload.ts', '../shared/errors.ts'],
  'renderer-lives-in-a-browser': ['renderer/a.ts', '../electron/platform.ts'],
  'renderer-has-no-node': ['renderer/b.ts', 'node:path'],
  'pages-never-meet': ['renderer/pages/home/a.ts', '../data/a.ts'],
  'components-are-leaves': ['renderer/components/b.ts', '../api.ts'],
  'renderer-takes-the-contract-as-types': ['renderer/c.ts', '../shared/contract.ts'],
  'sqlite-has-one-owner': ['electron/import/c.ts', 'better-sqlite3'],
  'reading-files-has-one-owner': ['electron/store/c.ts', 'yauzl'],
  'docx-has-one-owner': ['electron/export/b.ts', 'docx'],
  'pptx-has-one-owner': ['electron/export/c.ts', 'pptxgenjs'],
  'pictures-has-one-owner': ['electron/export/e.ts', '@resvg/resvg-js'],
  'echarts-has-one-owner': ['renderer/pages/home/b.ts', 'echarts'],
  'commander-has-one-owner': ['electron/hosts/web/c.ts', 'commander'],
  'zod-has-one-owner': ['electron/platform.ts', 'zod'],
  'ag-grid-has-one-owner': ['electron/store/d.ts', 'ag-grid-community'],
  'shipped-code-has-shipped-packages': ['electron/import/d.ts', 'hucre'],
  'packages-are-declared': ['tests/a.ts', 'acorn'],
  'source-knows-no-tests': ['shared/model/b.ts', '../../tests/b.ts'],
  'no-cycles': ['shared/model/c.ts', './d.ts'],
  'everything-resolves': ['shared/model/e.ts', './gone.ts'],
}

describe('the import rules', () => {
  let broken: string[]

  beforeAll(async () => {
    const files = new Map<string, string>([
      ...['shared/metrics/index.ts', 'shared/charts/index.ts', 'shared/charts/inner.ts'].map(plain),
      ...['electron/store/index.ts', 'electron/store/inner.ts', 'electron/hosts/log.ts'].map(plain),
      ...['electron/hosts/web/index.ts', 'renderer/pages/data/a.ts', 'renderer/api.ts'].map(plain),
      ...['shared/errors.ts', 'shared/contract.ts', 'tests/b.ts'].map(plain),
    ])
    for (const [file, ...paths] of Object.values(violations)) {
      files.set(file, imports(...paths) + (files.get(file) ?? value))
    }
    files.set('shared/model/d.ts', imports('./c.ts') + value)
    for (const [file, text] of files) write(file, text)
    broken = await brokenRules(folder, 0)
  })

  const plain = (file: string): [string, string] => [file, value]

  it.each(Object.entries(violations))('%s is broken by %s', (rule, [file]) => {
    expect(broken).toContainEqual(expect.stringMatching(new RegExp(`^${file} → .*\\n  ${rule}: \\S`)))
  })

  it('has a violation here for every rule', async () => {
    const config = (await import(join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string; comment: string }[] }
    }
    const names = config.default.forbidden.map(({ name }) => name)
    expect(Object.keys(violations).toSorted()).toEqual(names.toSorted())
  })

  it('does not believe a run that looked at too little', async () => {
    expect(await brokenRules(folder, 10_000)).toContainEqual(
      expect.stringContaining('modules were looked at'),
    )
  })
})

describe('the other rules', () => {
  const check = async (path: string, ...args: string[]): Promise<string> => {
    const ran = await runQuietly(process.execPath, tool(path, ...args), { cwd: folder })
    expect(ran.code).not.toBe(0)
    return ran.output
  }

  it.each([
    ['shared', 'process.exit()', "Cannot find name 'process'"],
    ['shared', 'document.title', "Cannot find name 'document'"],
    ['electron', 'document.title', "Cannot find name 'document'"],
    ['renderer', 'process.exit()', "Cannot find name 'process'"],
    ['shared', 'const list: number[] = []; export const first: number = list[0]', 'not assignable'],
  ])('in %s `%s` does not compile', async (environment, code, message) => {
    write(`${environment}/wrong.ts`, `${code}\nexport {}\n`)
    try {
      expect(await check('@typescript/native/bin/tsc', '-p', environment)).toContain(message)
    } finally {
      rmSync(join(folder, environment, 'wrong.ts'))
    }
  })

  it.each([
    [
      'no-floating-promises',
      'async function later(): Promise<void> {}\nexport function now(): void { later() }\n',
    ],
    ['no-explicit-any', 'export const anything: any = 1\n'],
    ['switch-exhaustiveness-check', switchOverTwo()],
    ['no-non-null-assertion', 'export const first = (list: number[]): number => list[0]!\n'],
    ['ban-ts-comment', '// @ts-ignore\nexport const wrong: string = 1\n'],
    ['no-cycle', "import { b } from './lint-b.ts'\nexport const a = (): number => b()\n"],
    ['no-default-export', 'export default 1\n'],
    ['no-console', 'export const say = (): void => console.log(1)\n'],
  ])('lint finds %s', async (rule, code) => {
    write('shared/lint-a.ts', code)
    write('shared/lint-b.ts', "import { a } from './lint-a.ts'\nexport const b = (): number => a()\n")
    expect(await check('oxlint/bin/oxlint', '--deny-warnings', '--type-aware', 'shared')).toContain(rule)
  })

  it('the formatter finds another style', async () => {
    write('shared/style.ts', 'export const a = "x";\n')
    expect(await check('oxfmt/bin/oxfmt', '--check', 'shared')).toContain('shared/style.ts')
  })

  it('dead code is found: files, exports, packages', async () => {
    write('electron/main.ts', "import { used } from './used.ts'\nused()\n")
    write('electron/used.ts', 'export const used = (): void => {}\nexport const unused = 1\n')
    write('electron/nobody.ts', value)
    const output = await check('knip/bin/knip.js', '--no-progress')
    expect(output).toMatch(/electron\/nobody\.ts/)
    expect(output).toMatch(/unused\s.*electron\/used\.ts/)
    expect(output).toMatch(/docx\s+package\.json/)
  })
})

function switchOverTwo(): string {
  return [
    "export function name(kind: 'a' | 'b'): string {",
    '  switch (kind) {',
    "    case 'a':",
    "      return 'A'",
    '  }',
    "  return ''",
    '}',
    '',
  ].join('\n')
}
