/** Children planted in the demo county, and the registers by which they are found. */
export { withEnrolment } from './enrolment-rows.ts'
export { type PlantedChild, plantedChildren, plantedPerson } from './planted-children.ts'
