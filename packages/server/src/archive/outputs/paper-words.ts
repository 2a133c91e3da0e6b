import type { DossierPaper } from './dossier-rows.ts'

export const titleAndNo = ({ title, document_no: no }: DossierPaper): string =>
  [title, no].filter((part) => part !== '').join('　')

/** With dots a day never breaks over two lines. */
export const dayWords = (day: string | null): string => (day ?? '').replaceAll('-', '.')
