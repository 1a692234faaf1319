import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Tally,
  Utf8Runs,
  characterReaders,
} from '../../../../../../electron/import/formats/csv/character-sets.ts'
import { encodeAs } from '../../../../../support/encode.ts'

type Label = keyof typeof characterReaders

const firstBad = (label: Label, bytes: Uint8Array): number => new Tally(characterReaders[label]).take(bytes)

function shareOf(label: Label, bytes: Uint8Array): number {
  const tally = new Tally(characterReaders[label])
  tally.take(bytes)
  return tally.share
}

const decodes = (label: string, bytes: Uint8Array): boolean => {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Bytes at which encodings change their mind, among any others. */
const edges = [
  0x0a, 0x2c, 0x2f, 0x30, 0x39, 0x3a, 0x3f, 0x40, 0x5a, 0x61, 0x7e, 0x7f, 0x80, 0x81, 0x84, 0x8f, 0x90, 0x9f,
  0xa0, 0xa1, 0xb0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe3, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xf7, 0xf8, 0xfe, 0xff,
]
const byte = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 1, max: 255 }))
const someBytes = fc.array(byte, { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes))
const text = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((shown) => shown.isWellFormed())

describe('bytes that make no character are found', () => {
  it('in UTF-8 exactly where there are any', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          someBytes,
          text.map((shown) => Buffer.from(shown)),
        ),
        (bytes) => {
          const bad = firstBad('utf-8', bytes)
          expect(bad < 0).toBe(isUtf8(bytes))
          if (bad >= 0) expect(isUtf8(bytes.subarray(0, bad))).toBe(true)
        },
      ),
      { numRuns: 5000, seed: 21 },
    )
  })

  it('in GB18030 wherever a strict decoder finds any, and for private use', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const isStrict = decodes('gb18030', bytes)
        if (firstBad('gb18030', bytes) < 0) expect(isStrict).toBe(true)
        else if (isStrict) expect(new TextDecoder('gb18030').decode(bytes)).toMatch(/[\ue000-\uf8ff]/)
      }),
      { numRuns: 20_000, seed: 22 },
    )
  })

  it.each(['big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const)(
    'in %s, but none that a strict decoder takes',
    (label) => {
      fc.assert(
        fc.property(someBytes, (bytes) => {
          const shown = decodes(label, bytes) ? new TextDecoder(label).decode(bytes) : '\ufffd'
          // The standard gives control characters and private use to bytes that were never meant.
          if (!/[\ufffd\ue000-\uf8ff\x80-\x9f]/.test(shown)) expect(firstBad(label, bytes)).toBe(-1)
        }),
        { numRuns: 20_000, seed: 23 },
      )
    },
  )
})

describe('how usual characters are tells encodings apart', () => {
  it.each([
    ['utf-8', '第一季度抖音渠道的注册转化率有所提高'],
    ['gb18030', '第一季度抖音渠道的注册转化率有所提高，说明投放策略有效。'],
    ['big5', '第一季度臉書廣告的轉換率有所提高，說明投放策略有效。'],
    ['shift_jis', '第1四半期の広告によるコンバージョン率が上がりました。'],
    ['shift_jis', 'ﾀﾞｲ1ｼﾊﾝｷ ｺｳｺｸﾋ'],
    ['euc-kr', '제1분기 페이스북 광고의 전환율이 높아졌습니다'],
    ['windows-1252', 'Le coût des publicités a été élevé à Orléans'],
  ] as const)('%s: %s', (label, shown) => {
    const bytes = encodeAs(label, shown)
    const own = shareOf(label, bytes)
    expect(own).toBeGreaterThan(0.85)
    for (const other of Object.keys(characterReaders) as Label[]) {
      // Korean is Chinese of usual characters, too: that takes a look at how the two tie.
      if (other !== label && !(label === 'euc-kr' && other === 'gb18030'))
        expect([other, shareOf(other, bytes)]).toEqual([
          other,
          expect.toSatisfy((share: number) => share < own),
        ])
    }
  })

  it('and how many different ones there are is counted', () => {
    const tally = new Tally(characterReaders.gb18030)
    tally.take(encodeAs('gb18030', '甲,乙\n甲,丙\n'))
    expect({ characters: tally.characters, different: tally.different }).toEqual({
      characters: 4,
      different: 3,
    })
  })
})

describe('UTF-8 among GB18030', () => {
  const gb = encodeAs('gb18030', '渠道,备注\n抖音,第一季度投放总结\n')
  const long = Buffer.from('投放渠道说明')

  it('is seen where a run of it ends, in pieces of any size', () => {
    const bytes = Buffer.concat([gb, long, Buffer.from(',1\n'), gb])
    const end = gb.length + long.length
    for (let size = 1; size < 40; size += 1) {
      const runs = new Utf8Runs()
      const ends: number[] = []
      for (let at = 0; at < bytes.length; at += size)
        ends.push(...runs.take(bytes.subarray(at, at + size), at))
      expect(ends).toEqual([end])
      expect(runs.finish(bytes.length)).toBe(end)
    }
  })

  it('is seen at the very end, and not where there is none', () => {
    const mixed = new Utf8Runs()
    expect(mixed.take(Buffer.concat([gb, long]), 0)).toEqual([])
    expect(mixed.finish(gb.length + long.length)).toBe(gb.length + long.length)
    const pure = new Utf8Runs()
    pure.take(gb, 0)
    expect(pure.finish(gb.length)).toBe(-1)
  })

  it('is seen in short words when there are many', () => {
    const words = Buffer.from('抖音,微信,知乎\n'.repeat(3))
    const runs = new Utf8Runs()
    runs.take(Buffer.concat([gb, words]), 0)
    expect(runs.finish(gb.length + words.length)).toBe(gb.length + 6)
  })
})
