import { describe, expect, it } from 'vitest'
import { detectEncoding, wideEncoding } from '../../../../../../electron/import/formats/csv/encoding.ts'
import { encodeAs } from '../../../../../support/encode.ts'
import { scratchFolder } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

const detect = async (
  bytes: Uint8Array,
  options?: Parameters<typeof detectEncoding>[2],
): ReturnType<typeof detectEncoding> => {
  const { path, name } = save('a.csv', bytes)
  return detectEncoding(path, name, options)
}

const lines = (head: string, line: (row: number) => string, rows = 40): string =>
  `${head}\n${Array.from({ length: rows }, (_, row) => line(row)).join('\n')}\n`

const chinese = lines('日期,渠道,说明', (row) => `2026-03-01,抖音,第${row}批素材的转化率有所提高`)
const traditional = lines('日期,通路,說明', (row) => `2026-03-01,臉書廣告,第${row}條客戶成本與轉換率`)
const japanese = lines('日付,媒体,説明', (row) => `2026-03-01,ラジオ,第${row}回の売上と顧客について`)
const korean = lines('날짜,채널,설명', (row) => `2026-03-01,페이스북,제${row}차 광고비용과 전환율`)
const french = lines('Date,Région,Coût', (row) => `2026-03-01,Île-de-France,${row} été à Orléans`)

describe('an encoding is certain', () => {
  it.each([
    ['UTF-8', 'utf-8', encodeAs('utf-8', chinese)],
    ['UTF-8 with a mark', 'utf-8', encodeAs('utf-8', `\ufeff${chinese}`)],
    ['ASCII', 'utf-8', encodeAs('utf-8', 'date,clicks\n2026-03-01,5\n')],
    ['UTF-16 with a mark', 'utf-16le', encodeAs('utf-16le', `\ufeff${chinese}`)],
    ['UTF-16, high byte first, with a mark', 'utf-16be', encodeAs('utf-16be', `\ufeff${chinese}`)],
    ['UTF-16', 'utf-16le', encodeAs('utf-16le', chinese)],
    ['UTF-16, high byte first', 'utf-16be', encodeAs('utf-16be', chinese)],
    ['UTF-16 with half of a character', 'utf-16le', encodeAs('utf-16le', `${chinese}\ud83d,1\n`)],
  ])('%s', async (_, used, bytes) => {
    for (const head of [false, true])
      expect(await detect(bytes, { head })).toEqual({ used, sure: true, others: [], fits: true })
  })

  it.each([
    ['a page of it', chinese],
    ['two names', '姓名,分\n张三,1\n'],
    [
      'names of less usual characters',
      `姓名,部门\n${'王婷婷 李鑫 张琪 刘莹 陈昊 杨雯 赵瑶 黄蓉 周珏 吴彧'.replaceAll(' ', ',市场部\n')}\n`,
    ],
    ['emoji', '名称,值\n很好😀,1\n真好😀,2\n'],
    ['signs of all kinds', '指标,值\n①≤5℃，—…《》,1\n“中”,2\n'],
  ])('GB18030 that is Chinese: %s', async (_, text) => {
    for (const head of [false, true])
      expect(await detect(encodeAs('gb18030', text), { head })).toMatchObject({
        used: 'gb18030',
        sure: true,
        fits: true,
      })
  })

  it('GB18030 whose first Chinese stands far below', async () => {
    const ascii = 'date,clicks\n'.repeat(200_000)
    const bytes = Buffer.concat([
      encodeAs('utf-8', ascii),
      encodeAs('gb18030', chinese),
      encodeAs('utf-8', ascii),
    ])
    expect(await detect(bytes)).toMatchObject({ used: 'gb18030', sure: true })
  })

  it('GB18030 where short words happen to be UTF-8 as well', async () => {
    const names = ['张三', '李四', '王小明', '欧阳询', '赵云', '钱学森', '孙尚香', '周杰', '吴彦', '郑成功']
    const text = lines(
      '姓名,城市,分数',
      (row) => `${names[row % 10]},${'杭成广深重'[row % 5]}州,${row}`,
      3000,
    )
    expect(await detect(encodeAs('gb18030', text))).toMatchObject({ used: 'gb18030', sure: true })
  })
})

describe('an encoding is not certain', () => {
  it.each([
    ['Big5', 'big5', traditional],
    ['Shift-JIS', 'shift_jis', japanese],
    ['Shift-JIS of half-width katakana', 'shift_jis', lines('ﾋﾂﾞｹ,ﾁｬﾈﾙ', (row) => `${row},ｺｳｺｸﾋﾖｳ`)],
    ['Korean, which is as good Chinese', 'euc-kr', korean],
    ['the letters of Western Europe', 'windows-1252', french],
    ['Chinese of characters that are no longer usual', 'gb18030', traditional],
  ])('%s: it is asked about, and shown the likeliest way', async (_, label, text) => {
    const bytes = encodeAs(label, text)
    const { used, sure, others } = await detect(bytes, { head: true })
    expect(sure).toBe(false)
    expect([used, ...others].slice(0, 2)).toContain(label)
    expect(new Set([used, ...others]).size).toBe(6)
    const refused = detect(bytes)
    await expect(refused).rejects.toMatchObject({
      code: 'file-encoding-unknown',
      detail: { file: 'a.csv', line: 1, encodings: [used, ...others].slice(0, 3).join(', ') },
    })
  })

  it('where two are mixed: the first line of the other is told', async () => {
    const utf8 = encodeAs('utf-8', chinese)
    const gb = encodeAs('gb18030', chinese)
    const line = 42
    await expect(detect(Buffer.concat([utf8, gb]))).rejects.toMatchObject({
      detail: { line, encodings: 'utf-8, gb18030, big5' },
    })
    const after = encodeAs('utf-8', '投放渠道说明备注,值\n')
    await expect(detect(Buffer.concat([gb, after]))).rejects.toMatchObject({ detail: { line } })
    await expect(detect(Buffer.concat([gb, after, gb]))).rejects.toMatchObject({ detail: { line } })
    expect(await detect(Buffer.concat([utf8, gb]), { head: true })).toMatchObject({
      used: 'utf-8',
      sure: false,
      fits: false,
    })
    const marked = Buffer.concat([Buffer.from('\ufeffa,b\n'), gb])
    await expect(detect(marked)).rejects.toMatchObject({ detail: { line: 2 } })
  })

  it('where the last character is cut off', async () => {
    const gb = encodeAs('gb18030', chinese)
    await expect(detect(Buffer.concat([gb, gb.subarray(0, 1)]))).rejects.toMatchObject({
      detail: { line: 42 },
    })
  })
})

describe('the encoding that the user chose', () => {
  it('is obeyed, and the others stay on offer', async () => {
    expect(await detect(encodeAs('big5', traditional), { encoding: 'Big5' })).toEqual({
      used: 'big5',
      sure: true,
      others: ['utf-8', 'gb18030', 'shift_jis', 'euc-kr', 'windows-1252'],
      fits: false,
    })
    expect(await detect(encodeAs('utf-8', chinese), { encoding: 'gb2312' })).toMatchObject({
      used: 'gb18030',
    })
    expect(await detect(encodeAs('utf-8', chinese), { encoding: 'utf8' })).toMatchObject({
      used: 'utf-8',
      fits: true,
    })
  })

  it('stands back behind a byte order mark that is true', async () => {
    const marked = encodeAs('utf-8', `\ufeff${chinese}`)
    expect(await detect(marked, { encoding: 'big5' })).toMatchObject({ used: 'utf-8' })
    const mixed = Buffer.concat([marked, encodeAs('gb18030', chinese)])
    expect(await detect(mixed, { encoding: 'utf-8' })).toMatchObject({
      used: 'utf-8',
      sure: true,
      fits: false,
    })
  })

  it('must exist', async () => {
    await expect(detect(encodeAs('utf-8', chinese), { encoding: 'no-such' })).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })
})

describe('the encoding that such files were in before', () => {
  const usual = { usualEncoding: 'big5' }

  it('is used where the bytes do not tell', async () => {
    for (const head of [false, true])
      expect(await detect(encodeAs('big5', traditional), { ...usual, head })).toMatchObject({
        used: 'big5',
        sure: true,
      })
  })

  it('stands back where they do, and behind what the user chose', async () => {
    expect(await detect(encodeAs('utf-8', traditional), usual)).toMatchObject({ used: 'utf-8' })
    expect(await detect(encodeAs('gb18030', chinese), usual)).toMatchObject({ used: 'gb18030' })
    const chosen = { ...usual, encoding: 'shift_jis' }
    expect(await detect(encodeAs('big5', traditional), chosen)).toMatchObject({ used: 'shift_jis' })
  })
})

describe('of a large file', () => {
  const filler = encodeAs('utf-8', '2026-03-01,12\n'.repeat(30_000))

  it('only the beginning and the end are looked at for its first rows', async () => {
    const middle = Buffer.concat([filler, encodeAs('gb18030', chinese), filler])
    expect(await detect(middle, { head: true })).toMatchObject({ used: 'utf-8', sure: true })
    expect(await detect(middle)).toMatchObject({ used: 'gb18030', sure: true })
    const end = Buffer.concat([filler, encodeAs('gb18030', chinese)])
    expect(await detect(end, { head: true })).toMatchObject({ used: 'gb18030', sure: true })
  })

  it('no character is taken for two where a piece of it ends', async () => {
    for (let shift = 0; shift < 6; shift += 1) {
      const text = `${'a'.repeat(shift)},${'长'.repeat(700_000)},1\n`
      expect(await detect(encodeAs('utf-8', text))).toMatchObject({ used: 'utf-8', sure: true })
      expect(await detect(encodeAs('gb18030', text))).toMatchObject({ used: 'gb18030', sure: true })
    }
  })
})

describe('bytes that are no text', () => {
  it('are no UTF-16 either', () => {
    const noise = Buffer.from(
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 251),
    )
    expect(wideEncoding(noise)).toBeUndefined()
    expect(wideEncoding(Buffer.alloc(64))).toBeUndefined()
  })
})
