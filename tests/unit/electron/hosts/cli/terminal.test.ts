import { expect, test } from 'vitest'
import {
  alignColumns,
  failureLine,
  localeLanguage,
  messageLanguage,
} from '../../../../../electron/hosts/cli/terminal.ts'

test('messages are in the language that is asked for, else that of the system, else English', () => {
  expect(messageLanguage(['new', 'a', '--lang', 'zh-CN'], { LANG: 'en_GB.UTF-8' })).toBe('zh-CN')
  expect(messageLanguage(['new', '--lang=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en')
  expect(messageLanguage(['new', '--lang', 'fr'], { LANG: 'zh_CN.UTF-8' })).toBe('zh-CN')
  expect(messageLanguage(['--lang'], {})).toBe('en')
  expect(messageLanguage([], { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh-CN')
})

test('a locale without a language says nothing', () => {
  expect(['C', 'C.UTF-8', 'POSIX', ''].map((LANG) => localeLanguage({ LANG }))).toEqual(
    Array(4).fill(undefined),
  )
  expect(localeLanguage({ LANG: 'de_DE.UTF-8' })).toBe('en')
})

test('a failure is one line that begins with its code', () => {
  expect(failureLine('zh-CN', 'file-empty', { file: 'a.csv' })).toMatch(/^file-empty: 文件“a\.csv”是空的/)
  expect(failureLine('en', 'file-empty', { file: 'a\nb.csv' })).not.toContain('\n')
})

test('columns stand under one another, also with Chinese in them', () => {
  expect(
    alignColumns([
      ['指标', 'n'],
      ['a', '10'],
      ['新增注册', '1'],
    ]),
  ).toBe('指标      n\na         10\n新增注册  1')
})
