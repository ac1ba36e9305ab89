/** What an operation with `upload` takes. */
export interface UploadedFile {
  readonly name: string
  readonly mediaType: string
  readonly base64: string
}

/** What the server takes at most, bytes. */
export const MOST_BYTES = 4 * 1024 * 1024

/** Longer sides say no more of a box or a paper, only weigh more. */
const MOST_PX = 1_600

/** A file as the server takes it; pictures of a phone, which weigh too much, are drawn smaller first. */
export async function readUpload(file: File): Promise<UploadedFile> {
  const content = file.type.startsWith('image/') && file.size > MOST_BYTES / 4 ? await smaller(file) : file
  const mediaType = content.type || 'application/octet-stream'
  return { name: file.name, mediaType, base64: await base64Of(content) }
}

async function smaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, MOST_PX / Math.max(picture.width, picture.height))
  const paper = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  paper.getContext('2d')?.drawImage(picture, 0, 0, paper.width, paper.height)
  return paper.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

const base64Of = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'))
    // a data address: what follows the comma
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '')
    reader.readAsDataURL(content)
  })
