import type { SlidePicture } from '@eduduty/core/documents'
import { AppError } from '../../platform/errors/app-error.ts'

/** A picture may have so many bytes. */
export const PICTURE_BYTES = 3 * 1024 * 1024

interface SentPicture {
  readonly caption: string
  /** Base64. */
  readonly data: string
}

/** A picture as it was sent, known by its first bytes and not by its name. Errors: `reports.picture_refused`. */
export function readPicture({ caption, data }: SentPicture, index: number): SlidePicture {
  const bytes = Buffer.from(data, 'base64')
  const refuse = (reason: string): AppError =>
    new AppError('reports.picture_refused', { no: String(index + 1), reason })
  if (bytes.length > PICTURE_BYTES) throw refuse(`超过 ${PICTURE_BYTES / 1024 / 1024} MB`)
  const type = typeOf(bytes)
  if (type === undefined) throw refuse('不是 jpg 或 png 图片')
  const size = type === 'png' ? pngSize(bytes) : jpegSize(bytes)
  if (size === undefined || size.width < 1 || size.height < 1) throw refuse('图片已损坏')
  return { caption: caption.trim(), type, bytes, ...size }
}

function typeOf(bytes: Buffer): SlidePicture['type'] | undefined {
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'png'
  return bytes.subarray(0, 3).toString('hex') === 'ffd8ff' ? 'jpeg' : undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }

/** From the first frame header; what stands before it is skipped by its length. */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
