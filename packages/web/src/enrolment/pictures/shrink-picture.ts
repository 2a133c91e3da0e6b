/** Long enough to read a form that was photographed, small enough for a telephone without a good network. */
const LONGEST = 1600
const QUALITY = 0.75

/**
 * A picture as a smaller JPEG, the right way up and without what the camera wrote beside it. Error: the browser cannot
 * open the file.
 */
export async function shrinkPicture(file: File): Promise<string> {
  const image = await openPicture(file)
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('no canvas')
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', QUALITY)
}

function openPicture(file: File): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  const image = new Image()
  return new Promise((done, fail) => {
    image.onload = () => done(image)
    image.onerror = () => fail(new Error('no picture'))
    image.src = address
  }).then(
    () => {
      URL.revokeObjectURL(address)
      return image
    },
    (problem) => {
      URL.revokeObjectURL(address)
      throw problem
    },
  )
}
