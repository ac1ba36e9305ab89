import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../../platform/root'
import type { Render } from './contract'

export const FACES = ['shop', 'kitchen', 'courier', 'till', 'console'] as const
export type Face = (typeof FACES)[number]

/** The HTML file of a face, beside its entry. */
export const pageOf = (face: Face): string => (face === 'shop' ? 'index.html' : `${face}.html`)

/** Where the faces' files come from: the built ones, or Vite while somebody develops. */
export interface FaceFiles {
  /** The HTML of a face before anything is filled in; `path` is the address asked for. */
  readonly template: (face: Face, path: string) => Promise<string>
  readonly render: () => Promise<Render>
  /** Files the browser will ask for after the first ones: asked for at once, they save a round trip. */
  readonly preloads: (face: Face, locale: string) => readonly string[]
}

export const DIST = join(ROOT, 'dist')
export const CLIENT = join(DIST, 'client')

interface Chunk {
  readonly file: string
}

/** Reads `dist/`. @throws when the storefront has not been built. */
export function builtFiles(): FaceFiles {
  const read = (name: string) => readFileSync(join(CLIENT, name), 'utf8')
  const templates = new Map(FACES.map((face) => [face, read(pageOf(face))]))
  const manifest = JSON.parse(read('manifest.json')) as Readonly<Record<string, Chunk>>
  const rendered = import(pathToFileURL(join(DIST, 'server/entry-server.mjs')).href) as Promise<{ render: Render }>
  // an unhandled refusal would end the process before anybody has asked for a page
  rendered.catch(() => undefined)
  return {
    template: (face) => Promise.resolve(templates.get(face) ?? ''),
    render: async () => (await rendered).render,
    preloads: (face, locale) =>
      ['ui', face].flatMap((texts) => manifest[`i18n/${locale}/${texts}.json`]?.file ?? []).map((file) => `/${file}`),
  }
}
