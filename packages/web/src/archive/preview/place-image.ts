export interface Size {
  readonly width: number
  readonly height: number
}

/** The place an image takes so that it is `wide` as it is seen, and its own size before it is turned. */
export function placeImage(own: Size, wide: number, turn: number): { readonly place: Size; readonly image: Size } {
  const isAcross = turn % 180 !== 0
  const scale = wide / Math.max(1, isAcross ? own.height : own.width)
  const image = { width: own.width * scale, height: own.height * scale }
  return { image, place: isAcross ? { width: image.height, height: image.width } : image }
}
