/** The demo county: invented, seeded, the same bytes every time. */

export type { AnswerRow } from './answers.ts'
export { buildDemo, type DemoCounty } from './build-demo.ts'
export { demoRows } from './demo-rows.ts'
export { describeFaults, type FaultPlace, placesOf } from './describe-faults.ts'
export { plantedFaults } from './plant-faults.ts'
export type { Expectation, PlantedFault } from './planted-fault.ts'
export { runDemoCommand } from './run-demo-command.ts'
