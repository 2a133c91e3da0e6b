/** The demo county: invented, seeded, the same bytes every time. */

export type { AnswerRow } from './answers.ts'
export { buildDemo, type DemoCounty } from './build-demo.ts'
export { demoRows, figuresOf } from './demo-rows.ts'
export { describeFaults, type FaultPlace, placesOf } from './describe-faults.ts'
export { type PlantedChild, plantedChildren, plantedPerson, withEnrolment } from './enrolment/index.ts'
export { plantedFaults } from './plant-faults.ts'
export type { Expectation, PlantedFault } from './planted-fault.ts'
export { seedReports } from './reports/seed-reports.ts'
export { departmentDutyRows } from './rosters/department-duty-rows.ts'
export { dutyRows } from './rosters/duty-rows.ts'
export { townshipDutyRows } from './rosters/township-duty-rows.ts'
export { runDemoCommand } from './run-demo-command.ts'
