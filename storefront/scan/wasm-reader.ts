import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import program from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { ReadCode } from './open-reader'

/** Larger pictures are read no better, only more slowly. */
const MOST_PX = 800

/** Reads codes with ZXing, compiled for browsers; the program comes from ourselves. */
export function openWasmReader(): ReadCode {
  prepareZXingModule({ overrides: { locateFile: () => program } })
  const canvas = document.createElement('canvas')
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const scale = Math.min(1, MOST_PX / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (!paper || canvas.width === 0) return undefined
    paper.drawImage(video, 0, 0, canvas.width, canvas.height)
    const picture = paper.getImageData(0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(picture, {
      formats: ['QRCode', 'Code128', 'EAN13', 'DataMatrix'],
      maxNumberOfSymbols: 1,
    })
    return found?.text
  }
}
