import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const STOREFRONT = resolve(__dirname, '../../../storefront')
const FACES = readdirSync(join(STOREFRONT, 'i18n/en')).map((file) => file.replace('.json', ''))
type Face = string

type Texts = { readonly [key: string]: string | Texts }

const read = (locale: string, face: Face) =>
  JSON.parse(readFileSync(join(STOREFRONT, `i18n/${locale}/${face}.json`), 'utf8')) as Texts

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )

const PLURAL = /_(zero|one|two|few|many|other)$/
const keysOf = (texts: Texts) => new Set(flat(texts).map(([key]) => key.replace(PLURAL, '')))
/** A count may go without saying: "one day". */
const valuesIn = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).filter((name) => name !== 'count')

/** Chinese needs one form, English two. */
const FORMS = { 'zh-CN': ['_other'], en: ['_one', '_other'] }

describe('R13 the texts of the faces', () => {
  it.each(FACES)('have the same keys in both languages: %s', (face) => {
    expect([...keysOf(read('zh-CN', face))].sort()).toEqual([...keysOf(read('en', face))].sort())
  })

  it.each(FACES)('say something, with the same values put in: %s', (face) => {
    const chinese = new Map(flat(read('zh-CN', face)))
    for (const [key, sentence] of flat(read('en', face))) {
      const twin = chinese.get(key) ?? chinese.get(key.replace(PLURAL, '_other')) ?? ''
      expect(sentence.trim(), key).not.toBe('')
      expect(twin.trim(), key).not.toBe('')
      expect(new Set(valuesIn(twin)), key).toEqual(new Set(valuesIn(sentence)))
    }
  })

  it.each(FACES)('have every form a count needs: %s', (face) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const keys = new Set(flat(read(locale, face)).map(([key]) => key))
      const counted = new Set([...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))
      for (const key of counted)
        for (const form of FORMS[locale]) expect(keys, `${locale} ${key}`).toContain(key + form)
    }
  })

  it('leave no Chinese in the English texts', () => {
    const own = FACES.flatMap((face) =>
      flat(read('en', face)).map(([key, value]) => [`${face}:${key}`, value] as const),
    )
    const chinese = own.filter(([key, value]) => /\p{Script=Han}/u.test(value) && key !== 'ui:language.switch')
    expect(chinese).toEqual([])
  })

  it('know every key that the code asks for', () => {
    const known = new Map(FACES.map((face) => [face, keysOf(read('en', face))]))
    const missing = sources().flatMap(({ file, code }) =>
      askedIn(code)
        .filter(
          ({ faces, key, open }) =>
            !faces.some((face) =>
              [...(known.get(face) ?? [])].some((one) => (open ? one.startsWith(key) : one === key)),
            ),
        )
        .map(({ key }) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('are the only place where the faces speak Chinese', () => {
    const speaking = sources().filter(({ code }) => /\p{Script=Han}/u.test(withoutComments(code)))
    expect(speaking.map(({ file }) => file).filter((file) => !SPEAK_BOTH.some((own) => file.startsWith(own)))).toEqual(
      [],
    )
  })
})

/** Samples with both languages side by side; the languages' own names; what is said outside every page; how dates are written. */
const SPEAK_BOTH = [
  'gallery/',
  'shop/account/me-page.tsx',
  'shop/checkout/contact.ts',
  'ui/toaster.tsx',
  'i18n/format.ts',
]

const sources = () =>
  readdirSync(STOREFRONT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, code: readFileSync(join(STOREFRONT, file), 'utf8') }))

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

/** Every `t('key')`, and the fixed beginning of every key that is put together. */
function askedIn(code: string) {
  const named = [...code.matchAll(/useTranslation(?:<[^>]*>)?\(\[?\s*'([\w-]+)'/g)].map(([, face = '']) => face)
  const asked = [...code.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`$]*)(\$\{)?)/g)]
  return asked.map(([, plain, start = '', dynamic]) => {
    const whole = plain ?? start
    const [first, second] = whole.split(':')
    const key = second ?? whole
    // a function that is handed `t` speaks for the face that calls it
    const faces = second !== undefined ? [first ?? ''] : named.length > 0 ? named : FACES
    return { faces, key, open: dynamic !== undefined }
  })
}
