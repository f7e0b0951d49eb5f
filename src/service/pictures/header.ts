import type { SeenPicture } from '../offerTypes/pictures.ts'

const signatures: [format: string, bytes: number[]][] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
]

/** The format of a file by its first bytes, and the size that a PNG file states in its header. */
export function pictureIn(file: Buffer): SeenPicture {
  const format = signatures.find(([, bytes]) => bytes.every((byte, index) => file[index] === byte))?.[0]
  if (format !== 'PNG') return { bytes: file.length, ...(format && { format }) }
  // The header is the first chunk: https://www.w3.org/TR/png-3/#11IHDR
  if (file.length < 24 || file.toString('latin1', 12, 16) !== 'IHDR') return { bytes: file.length }
  return { bytes: file.length, format, size: [file.readUInt32BE(16), file.readUInt32BE(20)] }
}
