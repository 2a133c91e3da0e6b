import { expect, it } from 'vitest'
import { cleanImage } from '../../src/platform/images/clean-image.ts'
import { placedPhoto, smallPhoto } from '../enrolment/placed-photo.ts'

it('a photograph keeps its pixels and the way up, and nothing else that the camera wrote', () => {
  const clean = Buffer.from(cleanImage(placedPhoto) ?? [])
  expect(clean.includes(Buffer.from('GPS'))).toBe(false)
  expect(clean.subarray(-4)).toEqual(placedPhoto.subarray(-4))
  const turned = clean.indexOf(Buffer.from('01120003', 'hex'))
  expect(clean.readUInt16BE(turned + 8)).toBe(6)
  // What is clean stays as it is.
  expect(Buffer.from(cleanImage(clean) ?? [])).toEqual(clean)
  expect(Buffer.from(cleanImage(smallPhoto(1)) ?? [])).toEqual(smallPhoto(1))
})

it('a drawing loses its words; what is no picture, or is cut off, is refused', () => {
  const chunk = (type: string, text: string): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(text.length)
    return Buffer.concat([head, Buffer.from(type), Buffer.from(text), Buffer.alloc(4)])
  }
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const png = Buffer.concat([start, chunk('IHDR', 'head'), chunk('tEXt', 'Author 某某'), chunk('IEND', '')])
  expect(Buffer.from(cleanImage(png) ?? []).toString()).not.toContain('Author')
  expect(cleanImage(png.subarray(0, 20))).toBeUndefined()
  expect(cleanImage(placedPhoto.subarray(0, 30))).toBeUndefined()
  expect(cleanImage(Buffer.from('GIF89a'))).toBeUndefined()
  expect(cleanImage(Buffer.alloc(0))).toBeUndefined()
})
