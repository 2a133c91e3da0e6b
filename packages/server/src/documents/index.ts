/** Documents: official workbooks and the self-evaluation report, written as files. */

export { writeDifferences } from './write-differences.ts'
export { type WrittenDocuments, writeDocuments } from './write-documents.ts'
