const at = (bytes: Uint8Array, from: number, text: string): boolean =>
  Array.from(text).every((letter, i) => bytes[from + i] === letter.charCodeAt(0))

/** Whether the first bytes are those of a picture of this kind, whatever its sender says. */
export function isPicture(type: 'image/jpeg' | 'image/png' | 'image/webp', bytes: Uint8Array): boolean {
  if (type === 'image/jpeg') return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  if (type === 'image/png') return bytes[0] === 0x89 && at(bytes, 1, 'PNG\r\n')
  return at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')
}
