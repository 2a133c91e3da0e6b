/** Documents: official workbooks and the self-evaluation report, written as files. */

export { writeDifferences } from './write-differences.ts'
export { type DocumentBasis, draftMark, type WrittenDocuments, writeDocuments } from './write-documents.ts'
