import { create } from '@cantoo/fontkit'
import type { PDFDocument } from '@cantoo/pdf-lib'

/** What a page of ours needs at the least: characters, digits and letters. */
const sample = '佐证材料目录合订本，。（）：0123456789AZaz-'

/** Faces of a collection that draw characters as China writes them. */
const simplified = /(?:SC|CN|GB|sc|cn|SimSun|Ming)\b|SC-|CN-|sc-|cn-/

export type FontFault = 'unreadable' | 'no_chinese' | 'no_embedding'

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]
type Face = Extract<ReturnType<typeof create>, { readonly characterSet: number[] }>

/** Opens one face of a font for pages; of a collection the one for simplified characters. Throws where it is no font. */
export const faceOpener: Fontkit = { create: (bytes) => faceOf(bytes) }

/** Why a font cannot be used; undefined where it can. */
export function faultOfFont(bytes: Uint8Array): FontFault | undefined {
  try {
    const face = faceOf(bytes)
    if ([...sample].some((char) => !face.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))) return 'no_chinese'
    return forbidsEmbedding(face) ? 'no_embedding' : undefined
  } catch {
    return 'unreadable'
  }
}

function faceOf(bytes: Uint8Array): Face {
  const opened = create(bytes)
  if (!('fonts' in opened)) return opened
  const face = opened.fonts.find(({ postscriptName }) => simplified.test(postscriptName ?? '')) ?? opened.fonts[0]
  if (face === undefined) throw new Error('a collection without fonts')
  return face
}

/** Its maker's word, in the font itself. */
function forbidsEmbedding(face: object): boolean {
  const table: unknown = 'OS/2' in face ? face['OS/2'] : undefined
  if (typeof table !== 'object' || table === null || !('fsType' in table)) return false
  const { fsType } = table
  return typeof fsType === 'object' && fsType !== null && 'noEmbedding' in fsType && fsType.noEmbedding === true
}
