import type { Locale } from './locale'

/** Every face has its own texts; `ui` are those of the shared parts. */
export type Face = 'ui' | 'shop' | 'kitchen' | 'courier' | 'console'

type Texts = Record<string, unknown>

const files = import.meta.glob<Texts>('./*/*.json', { import: 'default' })

/** The texts of some faces in one language, each in a file of its own, so that nobody loads what they do not read. */
export async function loadTexts(locale: Locale, faces: readonly Face[]): Promise<Partial<Record<Face, Texts>>> {
  const loaded = faces.map(async (face) => [face, await files[`./${locale}/${face}.json`]?.()] as const)
  return Object.fromEntries(await Promise.all(loaded))
}
