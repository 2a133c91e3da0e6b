/**
 * 指标式, the formula language: exact numbers, units, dates, a law for missing data, Chinese errors.
 * `parse` and `check` return problems as data; `compile` gives a function from an `Environment` to a `Value`.
 */
export { addValues, mulValues } from './arithmetic.ts'
export type { Ast } from './ast.ts'
export * as bounds from './bounds.ts'
export { type CheckOptions, type CheckResult, check, print, printForReaders } from './check.ts'
export { codesOf } from './check-codes.ts'
export { compile, compileNode } from './compile.ts'
export { type ConditionSql, filterSql } from './condition-sql.ts'
export { type Display, displayValue } from './display.ts'
export type { Environment, Row, RowView } from './environment.ts'
export { CAUSES, type CauseCode, PROBLEMS, type ProblemCode } from './errors.ts'
export { type ExplainedInput, type ExplanationNode, explain, renderExplanation } from './explain.ts'
export { functionTitles } from './functions.ts'
export {
  type AggregateNode,
  aggregatesOf,
  type ColumnNode,
  type Dependencies,
  type Expression,
  type Node,
  partsOfNode,
  type Shift,
  type ZeroPolicy,
} from './ir.ts'
export { holdsBySign } from './logic.ts'
export {
  doubtful,
  failed,
  isDate,
  isList,
  known,
  missing,
  notApplicable,
  truth,
} from './make-value.ts'
export { type ParseResult, parse } from './parser.ts'
export { printAst } from './printer.ts'
export { makeCause, nearestName, type Problem, renderProblem } from './problem.ts'
export * as rational from './rational.ts'
export { Rational } from './rational.ts'
export {
  fromDecimal,
  fromJson,
  getExact,
  type RoundingMode,
  round,
  roundText,
  sqrt,
  toDecimal,
  toJson,
} from './rational-text.ts'
export { formulaReference, functionNotes } from './reference.ts'
export type { CodeEntry, CodeWords, ColumnSymbol, RowsetSymbol, ScalarSymbol, Scope, ValueType } from './scope.ts'
export { type Places, Screen } from './screen/screen.ts'
export { type Change, leastChange, passOn, solveGaps } from './solve-gap.ts'
export {
  type AggregatePlan,
  planAggregates,
  renderScan,
  type Scan,
  type ScanPlans,
  type UnsupportedAggregate,
} from './sql-plan.ts'
export { readAggregate, type ScanRow } from './sql-read.ts'
export { quoteIdentifier } from './sql-text.ts'
export { conversion, parseUnit, type Unit, unitText } from './units.ts'
export type { Bounds, Cause, CivilDate, Content, Coverage, Status, Value } from './value.ts'
