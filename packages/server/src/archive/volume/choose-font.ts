import { AppError } from '../../platform/errors/app-error.ts'
import { findFonts } from '../../platform/pdf/find-fonts.ts'
import { askThread } from '../reading/ask-thread.ts'
import { MediaRefused } from '../reading/media-refused.ts'

/**
 * The font that a volume is set in: the one that the administrator named, else the best that the computer has. Errors:
 * `archive.font_refused`, `archive.no_font`.
 */
export async function chooseFont(named: string | undefined): Promise<string> {
  if (named !== undefined) {
    const fault = await faultOf(named)
    if (fault === undefined) return named
    throw new AppError('archive.font_refused', { file: named, reason: fault })
  }
  for (const path of await findFonts()) if ((await faultOf(path)) === undefined) return path
  throw new AppError('archive.no_font')
}

async function faultOf(path: string): Promise<string | undefined> {
  try {
    await askThread({ kind: 'font', path })
    return undefined
  } catch (error) {
    if (error instanceof MediaRefused) return error.message
    throw error
  }
}
