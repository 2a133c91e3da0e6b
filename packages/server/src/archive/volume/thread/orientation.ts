import { orientationOf } from '../../../platform/images/exif-orientation.ts'

const START_OF_SCAN = 0xda
const APP1 = 0xe1

/** By how many degrees a photo is turned clockwise to be seen upright, as the camera noted it. */
export function turnOfPhoto(jpeg: Buffer): 0 | 90 | 180 | 270 {
  switch (wayUpOf(jpeg)) {
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
function wayUpOf(jpeg: Buffer): number {
  try {
    for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
      const kind = jpeg[at + 1]
      if (kind === START_OF_SCAN) return 1
      const noted = kind === APP1 ? orientationOf(jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2))) : undefined
      if (noted !== undefined) return noted
    }
    return 1
  } catch {
    return 1
  }
}
