// The set-up as its user meets it: one clear line when something cannot be had, nothing on stdout but the command's own.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root, runQuietly } from '../../../scripts/tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'recap-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const setup = (at: string, ...args: string[]): Promise<{ code: number; output: string }> =>
  runQuietly(process.execPath, [join(at, 'scripts/setup.mjs'), ...args], {
    // A registry that nobody answers for, and a cache with nothing in it.
    env: { npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: join(folder, 'cache') },
  })

describe('the set-up', () => {
  it('knows its commands', async () => {
    const { code, output } = await setup(root, 'nonsense')
    expect(code).toBe(3)
    expect(output).toBe('Recap: no command "nonsense": start, test, check, dev, recap, bench, gallery\n')
  })

  it('adds nothing to what a command prints, and passes its status on', async () => {
    const version = await setup(root, 'recap', '--version')
    expect(version).toEqual({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown })
    expect((await setup(root, 'recap', 'no-such-command')).code).toBe(2)
  })

  it('says in one line that the dependencies cannot be had', async () => {
    const bare = join(folder, 'bare')
    mkdirSync(join(bare, 'scripts'), { recursive: true })
    for (const file of ['package.json', 'package-lock.json', 'scripts/setup.mjs']) {
      cpSync(join(root, file), join(bare, file))
    }
    const { code, output } = await setup(bare, 'start')
    expect(code).toBe(3)
    expect(output.split('\n').filter((line) => line !== '')).toEqual([
      'Recap: installing dependencies (once; a minute or two)…',
      expect.stringMatching(
        /^Recap: the dependencies could not be installed \(npm: ECONNREFUSED\)\. Check the network/,
      ),
    ])
  })
})
