import { describe, expect, test } from 'vitest'
import { FigureId } from '../../../../shared/model/ids.ts'
import type { Inline } from '../../../../shared/model/report.ts'
import { inner, listed, plural, singular } from '../../../../shared/text/english.ts'
import { contentOf, joined, phrase } from '../../../../shared/text/phrase.ts'

const figure: Inline = { type: 'figure', figure: FigureId.parse('f'), aspect: 'value' }

describe('phrase', () => {
  test('joins neighbouring texts into one run and keeps figures apart', () => {
    expect(phrase`日均${'注册'}${figure}，${[figure, '。']}`).toEqual([
      { type: 'text', text: '日均注册' },
      figure,
      { type: 'text', text: '，' },
      figure,
      { type: 'text', text: '。' },
    ])
  })

  test('does not run bold into plain text, and leaves nothing empty', () => {
    const bold: Inline = { type: 'text', text: '背景：', bold: true }
    expect(contentOf([bold, '', '抖音'])).toEqual([bold, { type: 'text', text: '抖音' }])
    expect(phrase`${''}`).toEqual([])
  })

  test('does not change the pieces it is given', () => {
    const piece: Inline = { type: 'text', text: 'a' }
    contentOf([piece, 'b'])
    expect(piece.text).toBe('a')
  })

  test('lists with another word before the last', () => {
    expect(contentOf(joined(['甲', '乙', '丙'], '、', '和'))).toEqual([{ type: 'text', text: '甲、乙和丙' }])
    expect(joined(['甲'], '、', '和')).toEqual(['甲'])
  })
})

describe('names inside English sentences', () => {
  test('lose their capital unless it belongs to them', () => {
    expect(['Sign-ups', 'CTR', 'iOS', 'New users'].map(inner)).toEqual([
      'sign-ups',
      'CTR',
      'iOS',
      'new users',
    ])
  })

  test('are counted by regular grammar only', () => {
    expect(['channel', 'city', 'sign-ups', 'class', 'branch', '渠道'].map(plural)).toEqual([
      'channels',
      'cities',
      'sign-ups',
      'classes',
      'branches',
      '渠道',
    ])
    expect(['sign-ups', 'stories', 'status', 'class'].map(singular)).toEqual([
      'sign-up',
      'story',
      'status',
      'class',
    ])
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
  })
})
