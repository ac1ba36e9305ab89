import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'

const FONTS = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')

pdfmake.setFonts({
  Sans: { normal: join(FONTS, 'NotoSansHans-Regular.otf'), bold: join(FONTS, 'NotoSansHans-Medium.otf') },
})
// the paper is made of what is here: nothing is fetched, and of the disk only the fonts are read
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))

/** Lays a document out as PDF, with Chinese in the font `Sans`: a third of a second of computing, so call it in a thread. */
export const pdfOf = (paper: TDocumentDefinitions): Promise<Uint8Array> => pdfmake.createPdf(paper).getBuffer()
