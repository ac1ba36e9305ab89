import { describe, expect, it } from 'vitest'
import en from '../../../src/http/messages/en.json'
import zh from '../../../src/http/messages/zh-CN.json'
import { messageOf } from '../../../src/http/errors'
import { REFUSALS } from '../../../src/kernel/refusal'

const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('messages', () => {
  it('R13 say every refusal in both languages, with the same values', () => {
    const codes = [...Object.keys(REFUSALS), 'internal'].sort()
    expect(Object.keys(en).sort()).toEqual(codes)
    expect(Object.keys(zh).sort()).toEqual(codes)
    for (const [code, sentence] of Object.entries(en)) {
      const chinese = (zh as Record<string, string>)[code] ?? ''
      expect(placeholders(chinese), code).toEqual(placeholders(sentence))
      expect(chinese, code).toMatch(/[\u4e00-\u9fff]/)
      expect(sentence, code).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('fill in their values', () => {
    expect(messageOf('wrong_code', 'en', { left: 3 })).toBe('The code does not match. 3 tries left.')
  })
})
