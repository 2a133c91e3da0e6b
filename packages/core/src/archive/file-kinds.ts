import type { FileKind } from '../packs/index.ts'

/** Kinds of files as people call them. */
export const fileKindTitles: Readonly<Record<FileKind, string>> = {
  pdf: 'PDF',
  image: '图片',
  ofd: 'OFD',
  word: 'Word文档',
  excel: '电子表格',
  slides: '演示文稿',
  text: '纯文本',
}

/** Media types of each kind; `image/` stands for every image. */
const mediaOf: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['application/pdf'],
  image: ['image/'],
  ofd: ['application/ofd'],
  word: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/msword'],
  excel: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-excel', 'text/csv'],
  slides: [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.ms-powerpoint',
  ],
  text: ['text/plain'],
}

/** Whether a file may prove what a material asks for; without kinds, every file may. */
export function isAccepted(kinds: readonly FileKind[], media: string): boolean {
  return kinds.length === 0 || kinds.some((kind) => mediaOf[kind].some((own) => media.startsWith(own)))
}

/** `PDF、图片` */
export const fileKindsText = (kinds: readonly FileKind[]): string =>
  kinds.map((kind) => fileKindTitles[kind]).join('、')
