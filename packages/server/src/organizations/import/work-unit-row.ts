import type { Finding } from '@eduduty/core/collection'
import { fullAreaCode } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { moveUnit } from '../units/move-unit.ts'
import { openUnit } from '../units/open-unit.ts'
import { renameUnit } from '../units/rename-unit.ts'
import { rowFinding, type UnitRow } from './import-unit-row.ts'
import type { KnownUnit, KnownUnits } from './known-units.ts'

export interface RowWork {
  readonly county: string
  readonly known: KnownUnits
  /** Day on which units are said to have been set up when their row does not say. */
  readonly openedOn: string
}

export interface RowDone {
  readonly did: 'added' | 'changed' | 'unchanged'
  readonly says: string
  readonly findings: readonly Finding[]
}

const refuse = (row: UnitRow, column: string, message: string, advice: string): RowDone => ({
  did: 'unchanged',
  says: '',
  findings: [rowFinding(row, column, { level: 'error', message, advice })],
})

/** Does what one row says: sets its unit up, changes it, or nothing. `parent` is undefined for a government. */
export async function workUnitRow(
  ctx: Ctx,
  row: UnitRow,
  parent: KnownUnit | undefined,
  work: RowWork,
): Promise<RowDone> {
  const matches = work.known.matches(row)
  const [unit, another] = matches
  if (another !== undefined)
    return refuse(row, 'name', `有 ${matches.length} 个叫“${row.name}”的单位`, '请填写“单位标识”或“代码”，说明是哪一个')
  return unit === undefined ? addUnit(ctx, row, parent, work) : changeUnit(ctx, row, unit, parent, work)
}

async function addUnit(ctx: Ctx, row: UnitRow, parent: KnownUnit | undefined, work: RowWork): Promise<RowDone> {
  const { kind } = row
  if (kind === undefined)
    return refuse(row, 'kind', '新设立的单位没有写明类别', '请填：政府、部门、乡镇（街道）、学校、幼儿园或督学责任区')
  const openedOn = row.openedOn ?? work.openedOn
  const { unitId, orgPath } = await openUnit(ctx, {
    ...(row.unitId !== undefined && { unitId: row.unitId }),
    kind,
    name: row.name,
    code: codeOf(row),
    parentPath: parent?.path,
    areaCode: row.areaCode ?? '',
    schoolType: row.schoolType ?? '',
    openedOn,
    reason: row.reason ?? '',
  })
  const areaCode = fullAreaCode(row.areaCode ?? (kind === 'government' ? codeOf(row) : '')) ?? null
  const { name, schoolType = '' } = row
  work.known.keep({
    unitId,
    kind,
    name,
    code: codeOf(row),
    parentId: parent?.unitId ?? null,
    areaCode,
    schoolType,
    openedOn,
    path: orgPath,
  })
  return { did: 'added', says: parent === undefined ? '设立' : `设立，隶属“${parent.name}”`, findings: [] }
}

/** Of a government six digits, whatever a list of twelve says. */
function codeOf({ kind, code = '' }: UnitRow): string {
  return kind === 'government' ? code.replace(/^(\d{6})0{6}$/, '$1') : code
}

async function changeUnit(
  ctx: Ctx,
  row: UnitRow,
  unit: KnownUnit,
  parent: KnownUnit | undefined,
  { county, known }: RowWork,
): Promise<RowDone> {
  if (row.kind !== undefined && row.kind !== unit.kind)
    return refuse(row, 'kind', `“${unit.name}”登记的类别不同，类别不能改变`, '请核对；确已改变的，撤销原单位后另行设立')
  const differing = differingColumns(row, unit, parent)
  const [first] = differing
  if (first === undefined) return { did: 'unchanged', says: '', findings: noteDates(row, unit) }
  if (row.changedOn === undefined)
    return refuse(
      row,
      first.column,
      `“${first.title}”与登记的“${first.former}”不同`,
      '确已变更的，请填写“变更日期”和“变更依据”；否则请改回登记的内容',
    )
  const { unitId } = unit
  const why = { county, unitId, on: row.changedOn, reason: row.reason ?? '导入名册' }
  const moved = parent !== undefined && differing.some(({ column }) => column === 'parent')
  if (moved) await moveUnit(ctx, { ...why, parentId: parent.unitId })
  if (differing.some(({ column }) => column !== 'parent')) {
    await renameUnit(ctx, {
      ...why,
      name: row.name,
      ...(row.code !== undefined && { code: codeOf(row) }),
      ...(row.areaCode !== undefined && { areaCode: row.areaCode }),
      ...(row.schoolType !== undefined && { schoolType: row.schoolType }),
    })
  }
  known.keep({ ...unit, name: row.name, ...(moved && { parentId: parent.unitId, path: `${parent.path}${unitId}/` }) })
  const says = differing.map(({ title, former, now }) => `${title}：“${former}”改为“${now}”`).join('；')
  return { did: 'changed', says, findings: [] }
}

interface Difference {
  readonly column: string
  readonly title: string
  readonly former: string
  readonly now: string
}

/** What the row says otherwise; a blank cell says nothing. */
function differingColumns(row: UnitRow, unit: KnownUnit, parent: KnownUnit | undefined): readonly Difference[] {
  const said = (column: string, title: string, former: string, now: string | undefined): Difference[] =>
    now === undefined || now === former ? [] : [{ column, title, former, now }]
  const saysParent = row.parent !== undefined || row.parentId !== undefined
  const elsewhere = saysParent && parent !== undefined && parent.unitId !== unit.parentId
  return [
    ...said('name', '单位名称', unit.name, row.name),
    ...said('code', '代码', unit.code, row.code === undefined ? undefined : codeOf(row)),
    ...said('school_type', '办学类型', unit.schoolType, row.schoolType),
    ...said('area_code', '所在区划代码', unit.areaCode ?? '', row.areaCode),
    ...(elsewhere ? said('parent', '上级单位', unit.parentId ?? '', parent.name) : []),
  ]
}

function noteDates(row: UnitRow, unit: KnownUnit): readonly Finding[] {
  if (row.openedOn === undefined || row.openedOn === unit.openedOn) return []
  const message = `设立日期登记的是 ${unit.openedOn}，没有改动`
  return [rowFinding(row, 'opened_on', { level: 'check', message, advice: '请核对批准文件' })]
}
