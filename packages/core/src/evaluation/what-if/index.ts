/** 测算: what would follow if some inputs were others. */
export * from './contracts.ts'
export { listInputs } from './list-inputs.ts'
export { meetStandard } from './meet-standard.ts'
export { tryAssumptions } from './try-assumptions.ts'
