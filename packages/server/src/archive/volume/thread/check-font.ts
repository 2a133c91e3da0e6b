import { readFile } from 'node:fs/promises'
import { type FontFault, faultOfFont } from '../../../platform/pdf/open-font.ts'
import { MediaRefused } from '../../reading/media-refused.ts'

const says: Readonly<Record<FontFault, string>> = {
  unreadable: '读不出这个字体文件（要 ttf、otf 或 ttc）',
  no_chinese: '这个字体里没有汉字，或没有数字和字母',
  no_embedding: '这个字体不允许嵌入 PDF',
}

/** Throws MediaRefused where the font cannot be used. */
export async function checkFont(path: string): Promise<true> {
  const fault = await readFile(path).then(faultOfFont, () => 'unreadable' as const)
  if (fault !== undefined) throw new MediaRefused(says[fault])
  return true
}
