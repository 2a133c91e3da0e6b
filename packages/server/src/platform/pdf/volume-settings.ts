import { resolve } from 'node:path'
import type { Io } from '../io.ts'

const megabyte = 1024 * 1024
/** Three thousand scanned pages; more is better bound unit by unit. */
const MOST = 1024

/** What an administrator may say of bound volumes. */
export interface VolumeSettings {
  /** A font with Chinese characters; undefined: one that the computer has. */
  readonly font?: string | undefined
  /** How much evidence goes into one volume. */
  readonly mostBytes: number
}

/** EDUDUTY_PDF_FONT names a font file, EDUDUTY_VOLUME_MB how large a bound volume may be. */
export function chooseVolumeSettings({ cwd, env }: Pick<Io, 'cwd' | 'env'>): VolumeSettings {
  const [font, most] = [env.EDUDUTY_PDF_FONT ?? '', Number(env.EDUDUTY_VOLUME_MB)]
  return {
    ...(font !== '' && { font: resolve(cwd, font) }),
    mostBytes: (Number.isInteger(most) && most > 0 ? most : MOST) * megabyte,
  }
}

export const usualVolume: VolumeSettings = { mostBytes: MOST * megabyte }
