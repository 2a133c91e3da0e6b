/** Evidence: which materials are required, which papers answer, and how they stand. Other slices show those of an indicator. */
export { evidenceQuery } from './archive-queries.ts'
export { EvidencePart } from './evidence/evidence-part.tsx'
export { FigureEvidence } from './evidence/figure-evidence.tsx'
export { FiledPapers } from './taking/filed-papers.tsx'
export { PaperPicker } from './taking/paper-picker.tsx'
