/** Children planted in the demo county, and the registers by which they are found. */
export { buildEnrolmentFiles } from './enrolment-files.ts'
export { withEnrolment } from './enrolment-rows.ts'
export { type PlantedChild, plantedChildren, plantedPerson } from './planted-children.ts'
