export type Setting = '城区' | '镇区' | '乡村'
export type SchoolKind =
  | '小学'
  | '初中'
  | '九年一贯制'
  | '十二年一贯制'
  | '完全中学'
  | '特殊教育学校'
  | '中等职业学校'
  | '小学教学点'

/** How a school's figures reach the county. */
export type HandIn = 'own_workbook' | 'township_workbook' | 'private_schools_table' | 'old_system' | 'none'

export interface StagePlan {
  readonly classes: number
  /** Pupils in a usual class. */
  readonly size: number
}

/** What stays the same about a school over the three years. */
export interface SchoolPlan {
  /** 10 digits: kind, a province number that does not exist, serial. */
  readonly code: string
  readonly name: string
  readonly kind: SchoolKind
  readonly township: string
  readonly setting: Setting
  readonly isPrivate: boolean
  readonly boards: boolean
  readonly founded: number
  readonly primary?: StagePlan
  readonly junior?: StagePlan
  readonly seniorPupils: number
  /** Name of the centre school that a teaching point belongs to. */
  readonly parent?: string
  /** Last year in which the school worked. */
  readonly closedAfter?: number
  readonly handIn: HandIn
}

export interface PlanRow {
  readonly serial: number
  readonly name: string
  readonly kind: SchoolKind
  readonly township: string
  readonly founded: number
  /** [classes, pupils in a usual class] */
  readonly primary?: readonly [number, number]
  readonly junior?: readonly [number, number]
  readonly senior?: number
  readonly boards?: true
  readonly isPrivate?: true
  readonly parent?: string
  readonly closedAfter?: number
}

const kindDigits: Readonly<Record<SchoolKind, string>> = {
  小学: '21',
  小学教学点: '21',
  初中: '31',
  九年一贯制: '31',
  十二年一贯制: '34',
  完全中学: '34',
  特殊教育学校: '51',
  中等职业学校: '36',
}

const townshipsWithOneWorkbook: ReadonlySet<string> = new Set(['龙泉镇', '云峰乡'])

export function planSchool(row: PlanRow, setting: Setting): SchoolPlan {
  return {
    code: `${kindDigits[row.kind]}99${String(row.serial).padStart(6, '0')}`,
    name: row.name,
    kind: row.kind,
    township: row.township,
    setting,
    isPrivate: row.isPrivate ?? false,
    boards: row.boards ?? false,
    founded: row.founded,
    seniorPupils: row.senior ?? 0,
    handIn: handInOf(row),
    ...(row.primary ? { primary: { classes: row.primary[0], size: row.primary[1] } } : {}),
    ...(row.junior ? { junior: { classes: row.junior[0], size: row.junior[1] } } : {}),
    ...(row.parent === undefined ? {} : { parent: row.parent }),
    ...(row.closedAfter === undefined ? {} : { closedAfter: row.closedAfter }),
  }
}

function handInOf(row: PlanRow): HandIn {
  if (row.kind === '特殊教育学校' || row.kind === '中等职业学校') return 'none'
  if (row.isPrivate) return 'private_schools_table'
  if (row.kind === '小学教学点') return 'old_system'
  return townshipsWithOneWorkbook.has(row.township) ? 'township_workbook' : 'own_workbook'
}
