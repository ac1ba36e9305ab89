import { asLocale, type Locale } from './locale'
import { type Face, type Texts, textsOf, type Tree } from './texts'

const files = import.meta.glob<Tree>('./*/*.json', { import: 'default' })

/** Loads the texts of some faces in one language, each from a file of its own, so that nobody loads what they do not read. */
export async function loadTexts(locale: Locale, faces: readonly Face[]): Promise<Texts> {
  const loaded = faces.map(async (face) => [face, (await files[`./${locale}/${face}.json`]?.()) ?? {}] as const)
  return textsOf(locale, Object.fromEntries(await Promise.all(loaded)))
}

/** Starts loading the texts of a part beside its code, so that the page does not wait for one after the other. */
export function warmTexts(part: Face): void {
  void loadTexts(asLocale(document.documentElement.lang), [part]).catch(() => undefined)
}
