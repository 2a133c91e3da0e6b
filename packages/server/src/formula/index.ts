/** The command `eduduty formula`: one formula over a data file, in JavaScript or in the database. */
export { type CommandIo, FORMULA_USAGE, runFormulaCommand } from './run-formula-command.ts'
