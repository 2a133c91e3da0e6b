import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'

/**
 * A picture without what a camera wrote beside it: where it was taken, when, by which telephone. Pixels, colours and the
 * way up stay. Undefined for what is neither JPEG nor PNG, or is broken.
 */
export function cleanImage(bytes: Uint8Array): Uint8Array | undefined {
  return cleanJpeg(bytes) ?? cleanPng(bytes)
}
