import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, noFacts } from '../../../../shared/model/project.ts'
import { reportFileName } from '../../../../shared/text/file-name.ts'

const named = (facts: Partial<Facts>, name = '项目') =>
  reportFileName({ name, template: 'internship', language: 'zh-CN', facts: { ...noFacts, ...facts } }, 'docx')

describe('the name of an exported report', () => {
  test('is organisation, name, subject and date', () => {
    const facts = { organisation: '星河科技', name: '李想', title: '实习总结', date: '2026年8月31日' }
    expect(named(facts)).toBe('星河科技_李想_实习总结_2026年8月31日.docx')
  })

  test('leaves out what is empty, and has a subject all the same', () => {
    expect(named({})).toBe('项目.docx')
    expect(named({}, ' ')).toBe('实习总结.docx')
    expect(named({ name: '李想' })).toBe('李想_项目.docx')
  })

  test('holds nothing that a file system refuses', () => {
    expect(named({ title: '一月/二月:总结?' })).toBe('一月-二月-总结-.docx')
    expect(named({ title: 'CON' })).toBe('_CON.docx')
    expect(named({ title: '..总结. ' })).toBe('总结.docx')
  })

  test('fits every file system, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ maxLength: 200 }), (title, organisation) => {
        const name = named({ title, organisation })
        expect(name.length).toBeLessThan(120)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
        expect(name).toMatch(/^[^\\/:*?"<>|\u0000-\u001f]+\.docx$/)
      }),
      { seed: 1 },
    )
  })
})
