import type { CaseUnits } from './case-units.ts'

/** Who a child is, as somebody has told it. */
export interface ToldChild {
  readonly name: string
  readonly sex?: '男' | '女' | undefined
  readonly birth_on?: string | undefined
  readonly guardian?: string | undefined
  readonly address?: string | undefined
  readonly village?: string | undefined
  readonly groups: readonly string[]
  readonly grade?: string | undefined
}

/** Columns of a child and of its places, of a case as of a child in care. */
export function childColumns(told: ToldChild, { township, school }: Pick<CaseUnits, 'township' | 'school'>) {
  const { name, sex = '', birth_on = null, guardian = '', address = '', village = '', groups, grade = '' } = told
  return {
    child_name: name.trim(),
    sex,
    birth_on,
    guardian: guardian.trim(),
    address: address.trim(),
    village: village.trim(),
    groups: [...groups],
    grade: grade.trim(),
    township_id: township.id,
    township_name: township.name,
    school_id: school?.id ?? null,
    school_name: school?.name ?? '',
  }
}
