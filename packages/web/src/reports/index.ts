/** Reports: what is written from a kept evaluation besides its own documents. */
export { MaterialsSection } from './materials/materials-section.tsx'
export { FigureMentions } from './mentions/figure-mentions.tsx'
