import { expect, test } from 'vitest'
import { encodingName, encodingText } from '../../../../shared/text/formats.ts'

test('an encoding is called by its usual name, with what it is used for where there is a choice', () => {
  const labels = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252']
  expect(labels.map((label) => encodingText('zh-CN', label))).toEqual([
    'UTF-8',
    'UTF-16',
    'UTF-16（高位在前）',
    'GB18030（简体中文）',
    'Big5（繁体中文）',
    'Shift-JIS（日文）',
    'EUC-KR（韩文）',
    'Latin-1（西欧）',
  ])
  expect(encodingText('en', 'euc-kr')).toBe('EUC-KR (Korean)')
  expect(encodingName('koi8-r')).toBe('KOI8-R')
})
