/** What a face's HTML is filled with for one visit. */
export interface Filling {
  readonly locale: 'zh-CN' | 'en'
  /** `senior` has larger type and targets. */
  readonly mode: string
  readonly title?: string
  readonly html?: string
  /** JSON for the browser to go on with; a data block, never a script. */
  readonly state?: string | null
  readonly preloads?: readonly string[]
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** `</script>` and `<!--` inside JSON would end or change the block around it. */
const escapeJson = (json: string): string => json.replaceAll('<', '\\u003c')

/** The page as it is sent. */
export function fill(template: string, { locale, mode, title, html, state, preloads = [] }: Filling): string {
  const links = preloads.map((href) => `<link rel="modulepreload" crossorigin href="${escapeHtml(href)}">`).join('')
  const data = state ? `<script type="application/json" id="loaded">${escapeJson(state)}</script>` : ''
  // functions, because `$&` in a dish's name is not ours to interpret
  return template
    .replace(/<html lang="[^"]*"/, () => `<html lang="${locale}" data-mode="${mode}"`)
    .replace(/<title>[^<]*<\/title>/, (own) => (title ? `<title>${escapeHtml(title)}</title>` : own))
    .replace('<!--head-->', () => links)
    .replace('<!--app-->', () => html ?? '')
    .replace('<!--data-->', () => data)
}
