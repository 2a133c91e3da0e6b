import { maskName } from '../../identity/index.ts'
import type { LedgerDifference } from './contracts.ts'

/** A child whom a ledger names, by the index of the identity number; empty where there is no number. */
export interface LedgerChild {
  readonly index: string
  readonly name: string
  readonly path: string
  readonly unit: string
  /** 入学状况 in 适龄儿童少年名册; in the other ledgers the state there. */
  readonly state: string
}

/** What a township says in its form and what its register counts. */
export interface CountedPlace {
  readonly path: string
  readonly unit: string
  readonly said: number | undefined
  readonly counted: number
}

export interface ThreeLedgers {
  /** Of 适龄儿童少年名册: whoever is out of school, and whoever another ledger names. */
  readonly children: readonly LedgerChild[]
  /** Open or confirmed. */
  readonly suspected: readonly (LedgerChild & { readonly hasCase: boolean })[]
  /** Cases not yet closed. */
  readonly cases: readonly (LedgerChild & { readonly caseId?: string })[]
  readonly counted: readonly CountedPlace[]
}

/** What is wrong where a ledger has a child whom the register of children lacks, and what to do. */
export const notInRegister = '适龄儿童台账没有这个孩子：请乡镇核对户籍名册，是本乡镇户籍的补登'

const outOfSchool = ['未入学', '辍学']

/**
 * 人账相符: where 适龄儿童, 疑似辍学 and 辍学 do not agree, child by child, and where a township's form says another
 * number than its register. A child without a number cannot be compared and is told where only its own ledger has it.
 */
export function compareLedgers({ children, suspected, cases, counted }: ThreeLedgers): LedgerDifference[] {
  const byIndex = new Map(children.filter(({ index }) => index !== '').map((child) => [child.index, child]))
  const known = new Set([...suspected, ...cases].map(({ index }) => index).filter((index) => index !== ''))
  const about = (kind: LedgerDifference['kind'], child: LedgerChild, says: string): LedgerDifference => ({
    kind,
    path: child.path,
    unit: child.unit,
    child: maskName(child.name),
    says,
  })
  return [
    ...children
      .filter(({ state, index }) => outOfSchool.includes(state) && !known.has(index))
      .map((child) =>
        about('out_without_case', child, `适龄儿童台账写“${child.state}”，疑似辍学台账和辍学台账都没有这个孩子`),
      ),
    ...cases.flatMap((child) => {
      const row = byIndex.get(child.index)
      if (row !== undefined && outOfSchool.includes(row.state)) return []
      const words = row === undefined ? notInRegister : `适龄儿童台账写“${row.state}”：请核实后更正名册`
      const told = about('case_in_school', child, `已立案劝返；${words}`)
      return [{ ...told, ...(child.caseId !== undefined && { case_id: child.caseId }) }]
    }),
    ...suspected
      .filter(({ state, hasCase }) => state === 'confirmed' && !hasCase)
      .map((child) => about('confirmed_without_case', child, '疑似辍学已核实属实，还没有立案')),
    ...counted.flatMap(({ path, unit, said, counted: number }): LedgerDifference[] =>
      said === undefined || said === number
        ? []
        : [
            {
              kind: 'counted_otherwise',
              path,
              unit,
              child: '',
              says: `乡镇基本情况表报未入学和辍学${said}人，适龄儿童台账有${number}人`,
            },
          ],
    ),
  ]
}
