import { AppError } from '../../platform/errors/app-error.ts'
import type { VolumeSettings } from '../../platform/pdf/volume-settings.ts'
import type { Volume } from '../outputs/describe-volume.ts'
import { chooseFont } from './choose-font.ts'
import { whyNotBound } from './stream-volume.ts'

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

/**
 * Says what would go wrong before anything is sent. Errors: `archive.volume_too_large`, `archive.no_font`,
 * `archive.font_refused`.
 */
export async function prepareVolume(
  { chapters }: Volume,
  { font, mostBytes }: VolumeSettings,
): Promise<{ readonly font: string; readonly papers: number }> {
  const files = chapters.flatMap(({ filed }) => filed).flatMap((one) => one.files)
  const papers = new Map(
    files.filter((file) => whyNotBound(file) === undefined).map(({ paper }) => [paper.paper_id, paper.bytes]),
  )
  const bytes = [...papers.values()].reduce((sum, one) => sum + Number(one), 0)
  if (bytes > mostBytes)
    throw new AppError('archive.volume_too_large', { megabytes: megabytes(bytes), most: megabytes(mostBytes) })
  return { font: await chooseFont(font), papers: papers.size }
}
