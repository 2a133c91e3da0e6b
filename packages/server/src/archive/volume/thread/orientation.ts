const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112
const START_OF_SCAN = 0xda
const APP1 = 0xe1

/** By how many degrees a photo is turned clockwise to be seen upright, as the camera noted it. */
export function turnOfPhoto(jpeg: Buffer): 0 | 90 | 180 | 270 {
  switch (orientationOf(jpeg)) {
    case 3:
    case 4:
      return 180
    case 5:
    case 6:
      return 90
    case 7:
    case 8:
      return 270
    default:
      return 0
  }
}

/** 1 where nothing is noted, or the note cannot be read. */
function orientationOf(jpeg: Buffer): number {
  try {
    for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
      const kind = jpeg[at + 1]
      if (kind === START_OF_SCAN) return 1
      if (kind === APP1 && jpeg.toString('latin1', at + 4, at + 10) === EXIF) return noteIn(jpeg.subarray(at + 10))
    }
    return 1
  } catch {
    return 1
  }
}

function noteIn(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Array.from({ length: short(directory) }, (_, at) => directory + 2 + 12 * at)
  const entry = entries.find((at) => short(at) === ORIENTATION)
  return entry === undefined ? 1 : short(entry + 8)
}
