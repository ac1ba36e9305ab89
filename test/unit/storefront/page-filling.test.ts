import { describe, expect, it } from 'vitest'
import { fill } from '../../../src/http/faces/fill'

const TEMPLATE =
  '<html lang="zh-CN" data-face="shop"><head><title>邻里</title><!--head--></head><div id="root"><!--app--></div><!--data--></html>'
const VISIT = { locale: 'en', mode: 'senior' } as const

describe('a filled page', () => {
  it('says its language and size', () => {
    expect(fill(TEMPLATE, VISIT)).toContain('<html lang="en" data-mode="senior" data-face="shop">')
  })

  it('lets no text of ours or of a visitor end a block early', () => {
    const page = fill(TEMPLATE, {
      ...VISIT,
      title: '</title><b>',
      state: '{"name":"</script><script>alert(1)</script>"}',
    })
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('</title><b>')
    expect(JSON.parse(/id="loaded">(.*?)<\/script>/.exec(page)?.[1] ?? '')).toEqual({
      name: '</script><script>alert(1)</script>',
    })
  })

  it('takes text literally, also where it looks like a pattern', () => {
    expect(fill(TEMPLATE, { ...VISIT, html: '<p>$& $1</p>' })).toContain('<p>$& $1</p>')
  })
})
