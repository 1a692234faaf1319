import { describe, expect, it } from 'vitest'
import { sniffDialect } from '../../../../../../electron/import/formats/csv/csv-dialect.ts'

const repeated = (line: (row: number) => string, head?: string): string =>
  [...(head === undefined ? [] : [head]), ...Array.from({ length: 30 }, (_, row) => line(row))].join('\n')

const found = (text: string): string => sniffDialect(text).delimiter

describe('what separates the fields is found out', () => {
  it.each([
    ['commas', ',', '日期,渠道,点击\n2026-03-01,抖音,12\n2026-03-02,微信,15\n'],
    ['tabs, with commas in the text', '\t', repeated((row) => `Smith, John\tNew York, NY\t${row},5`)],
    ['semicolons, with decimal commas', ';', repeated((row) => `${row},5;2,75;3,1`)],
    ['semicolons, with decimal commas below names', ';', repeated((row) => `甲${row};1,5`, '名称;金额')],
    ['commas, with lists in a column', ',', repeated((row) => `${row},a;b,x;y,1`)],
    ['commas, with lists in a column below names', ',', repeated((row) => `${row},a;b`, '编号,标签')],
    ['commas, with amounts in quotes', ',', repeated((row) => `2026-03-01,"1,234.${row}","a;b|c"`)],
    ['bars, with commas in the text', '|', repeated((row) => `${row}|one, two, three|x, y|z`)],
    ['bars around all of it', '|', repeated((row) => `|${row}|甲|1.5|`)],
    [
      'semicolons below a title and notes',
      ';',
      `渠道日报，单位：元\n制表：市场部,运营部\n\n${repeated((row) => `${row};甲;2`, '编号;渠道;花费')}`,
    ],
    ['the comma of Chinese', '，', repeated((row) => `抖音，${row}，2026年`)],
    ['commas, where text holds the comma of Chinese', ',', repeated((row) => `抖音，${row}，好,1`)],
    ['nothing, and a comma is as good as any', ',', '渠道\n抖音\n微信\n'],
    ['one row without a line end', '\t', '日期\t渠道'],
    ['quoted fields over several lines', ';', repeated((row) => `${row};"两行,\n的|说明"`)],
    ['a field that goes on beyond what is looked at', ';', `a;b\n1;"${'长,'.repeat(5000)}`],
    ['more commas than a table has columns', ';', `a;b\n1;${','.repeat(20_000)}`],
  ])('%s', (_, delimiter, text) => {
    expect(found(text)).toBe(delimiter)
    expect(found(text.replaceAll('\n', '\r\n'))).toBe(delimiter)
    expect(found(text.replaceAll('\n', '\r'))).toBe(delimiter)
  })
})

describe('what separates the fields is stated', () => {
  it('by a first line, which is no row', () => {
    expect(sniffDialect('sep=;\r\na,b;c\n')).toEqual({ delimiter: ';', skip: 7 })
    expect(sniffDialect('SEP=\t\na,b\n')).toEqual({ delimiter: '\t', skip: 6 })
    expect(sniffDialect('\ufeff"sep=|"\ra,b\n')).toEqual({ delimiter: '|', skip: 11 })
    expect(sniffDialect('sep=，\n甲，乙\n')).toEqual({ delimiter: '，', skip: 8 })
    expect(sniffDialect('sep=;')).toEqual({ delimiter: ';', skip: 5 })
  })

  it('by the user, whose word counts more', () => {
    expect(sniffDialect('a,b\n1,2\n', ';')).toEqual({ delimiter: ';', skip: 0 })
    expect(sniffDialect('sep=;\na;b\n', ',')).toEqual({ delimiter: ',', skip: 6 })
  })

  it('but not by what cannot separate anything', () => {
    expect(sniffDialect('a,b\n1,2\n', '"').delimiter).toBe(',')
    expect(sniffDialect('a,b\n1,2\n', '\n').delimiter).toBe(',')
    expect(sniffDialect('a,b\n1,2\n', '\ud83d').delimiter).toBe(',')
    expect(sniffDialect('sep=ab,c\n1,2\n')).toEqual({ delimiter: ',', skip: 0 })
  })
})
