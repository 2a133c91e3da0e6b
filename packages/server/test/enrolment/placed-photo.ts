/** The smallest picture of a camera: frame, then a scan; `n` makes it one of its own. */
export function smallPhoto(n: number): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, scan(n)])
}

const frame = segment(0xe0, Buffer.concat([Buffer.from('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])]))
const scan = (n: number) => Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, n, n, 0xff, 0xd9])

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Turned on its side, taken at a place that a telephone wrote down. */
export const placedPhoto = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  frame,
  segment(
    0xe1,
    Buffer.concat([
      Buffer.from('Exif\0\0'),
      Buffer.from('49492a0008000000010012010300010000000600000000000000', 'hex'),
      Buffer.from('GPSLatitude 31.2'),
    ]),
  ),
  scan(9),
])
