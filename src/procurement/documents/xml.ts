/** A piece of XML that needs no more escaping. */
export interface Element {
  readonly text: string
}

type Attributes = Readonly<Record<string, string>>

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters XML 1.0 has no place for: control characters but tab and line ends. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found)

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

/** An element around text or around other elements. */
export function element(name: string, content: string | readonly Element[], attributes: Attributes = {}): Element {
  const inside = typeof content === 'string' ? escaped(content) : content.map(({ text }) => text).join('')
  return { text: `<${name}${attributesOf(attributes)}>${inside}</${name}>` }
}

/** A whole document. */
export const xml = (root: string, attributes: Attributes, content: readonly Element[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content, attributes).text}\n`
