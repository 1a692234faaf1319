// The packed program, where there is one in dist/: the fuses as they stand in its bytes.

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools.ts'

const packed = globSync(
  'dist/{linux-unpacked/recap,win-unpacked/recap.exe,mac*/Recap.app/Contents/MacOS/Recap}',
  { cwd: root },
)[0]

describe('the packed program', () => {
  it.skipIf(packed === undefined)('has its fuses set (skipped without dist/)', async () => {
    const wire = await getCurrentFuseWire(join(root, packed ?? ''))
    const { ENABLE, DISABLE } = FuseState
    expect(wire).toMatchObject({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    })
  })
})
