import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(resolve(__dirname, '../../../storefront/ui/tokens.css'), 'utf8')

/** The colours of a block of the file, `#abc` written out. */
function coloursIn(start: string): Map<string, string> {
  const from = CSS.indexOf(start)
  const block = CSS.slice(from, CSS.indexOf('\n}', from))
  const found = [...block.matchAll(/--color-([\w-]+):\s*#([0-9a-f]{3,6});/g)]
  return new Map(
    found.map(([, name = '', hex = '']) => [
      name,
      hex.length === 3 ? hex.replace(/./g, (digit) => digit + digit) : hex,
    ]),
  )
}

const LIGHT = coloursIn('@theme')
const GROUNDS = { light: LIGHT, dark: new Map([...LIGHT, ...coloursIn('html[data-face="kitchen"]')]) }

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(ground: Map<string, string>, one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(ground.get(name) ?? '')).sort((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}

const TEXTS = [
  ['ink', 'canvas'],
  ['ink', 'surface'],
  ['ink-2', 'canvas'],
  ['ink-2', 'surface'],
  ['ink-2', 'line'],
  ['white', 'brand-600'],
  ['white', 'press-1'],
  ['white', 'press-2'],
  ['white', 'toast'],
  ['brand-700', 'canvas'],
  ['brand-700', 'surface'],
  ['brand-800', 'brand-50'],
  ['brand-700', 'brand-50'],
  ['warn', 'warn-50'],
  ['warn-600', 'canvas'],
  ['danger', 'surface'],
  ['danger', 'danger-50'],
  ['danger', 'canvas'],
  ['info', 'info-50'],
  ['white', 'late'],
  ['black', 'soon'],
  ['black', 'note'],
  ['white', 'done'],
] as const

describe('the tokens', () => {
  describe.each(Object.entries(GROUNDS))('on %s ground', (_, ground) => {
    it.each(TEXTS)('can be read: %s on %s', (text, below) => {
      expect(contrast(ground, text, below)).toBeGreaterThanOrEqual(4.5)
    })

    it.each(['canvas', 'surface'])('show where to press and what has the focus on %s', (below) => {
      expect(contrast(ground, 'control', below)).toBeGreaterThanOrEqual(3)
      expect(contrast(ground, 'ring', below)).toBeGreaterThanOrEqual(3)
    })
  })

  it('compute contrast as published examples do', () => {
    const known = new Map([
      ['a', '777777'],
      ['b', 'ffffff'],
    ])
    expect(contrast(known, 'a', 'b')).toBeCloseTo(4.48, 2)
  })
})
