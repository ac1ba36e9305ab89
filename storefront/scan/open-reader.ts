/** Reads the first code in a picture of the camera; undefined where there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | undefined>

interface Detector {
  readonly detect: (video: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>
}

/** The browser's own reader, which only some browsers have and no type library knows. */
interface Native {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const FORMATS = ['qr_code', 'code_128', 'ean_13', 'data_matrix']

/** The browser's reader, or ours where it has none. Ours weighs a megabyte and is loaded here. */
export async function openReader(): Promise<ReadCode> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Native }
  const known = (await BarcodeDetector?.getSupportedFormats()) ?? []
  const formats = FORMATS.filter((format) => known.includes(format))
  if (!BarcodeDetector || formats.length === 0) return (await import('./wasm-reader')).openWasmReader()
  const detector = new BarcodeDetector({ formats })
  return async (video) => (await detector.detect(video))[0]?.rawValue
}
