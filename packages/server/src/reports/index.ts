/** Reports: official workbooks and the self-evaluation report, written as files. */
export { type WrittenDocuments, writeDocuments } from './write-documents.ts'
