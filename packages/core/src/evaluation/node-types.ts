import type { ValueType } from '../formula/index.ts'

/** Types of elements and indicators, which only their formulas know. */
export type NodeTypes = (node: string) => ValueType
