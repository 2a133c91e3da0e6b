import type { CodeWords, ColumnSymbol, RowsetSymbol, ValueType } from '../formula/index.ts'
import type { Column, ColumnType, Grain, Group, Pack, Register } from '../packs/index.ts'
import { COUNTY, dimensionsOf, isWithin, listGrains } from './grains.ts'
import type { NodeTypes } from './node-types.ts'
import { ratingParts } from './rating/rating-parts.ts'
import { groupRowset, subjectsRowset } from './symbol-id.ts'

/** What a formula sees of a column. */
export function columnType(type: ColumnType): ValueType {
  switch (type) {
    case 'text':
    case 'code':
      return 'text'
    case 'integer':
    case 'number':
    case 'year':
      return 'number'
    case 'boolean':
      return 'truth'
    case 'date':
      return 'date'
  }
}

/** The words that may be compared with the cells of a column. */
export function codesOf(pack: Pack, column: Column): { readonly codes?: CodeWords } {
  const list = pack.codes?.find((candidate) => candidate.id === column.codes)
  return list ? { codes: { title: list.title, ordered: list.ordered === true, entries: list.codes } } : {}
}

/** Every set of rows that has a name where `dimensions` are known. */
export function rowsetsAt(pack: Pack, dimensions: readonly string[], types: NodeTypes): readonly RowsetSymbol[] {
  return [
    ...pack.registers.map((register) => registerRowset(pack, register, dimensions)),
    ...listGrains(pack)
      .filter((grain) => grain.id !== COUNTY)
      .map((grain) => grainRowset(pack, grain, dimensions, types)),
    ...(pack.groups ?? []).map((group) => membersRowset(group)),
  ]
}

function registerRowset(pack: Pack, register: Register, dimensions: readonly string[]): RowsetSymbol {
  return {
    kind: 'rowset',
    id: register.id,
    title: register.title,
    source: 'register',
    single: isWithin(dimensionsOf(register), dimensions),
    columns: register.columns.map((column) => ({
      id: column.id,
      title: column.title,
      type: columnType(column.type),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
      ...codesOf(pack, column),
      ...(column.min === undefined ? {} : { min: column.min }),
      ...(column.max === undefined ? {} : { max: column.max }),
      ...(column.applicable === undefined ? {} : { applicable: column.applicable }),
    })),
  }
}

/** Columns of the included subjects of a grain: dimensions, 名称, elements, indicators with 达标 and 标准值. */
function grainRowset(pack: Pack, grain: Grain, dimensions: readonly string[], types: NodeTypes): RowsetSymbol {
  const columns: ColumnSymbol[] = []
  for (const dimension of pack.dimensions ?? [])
    if (grain.dimensions.includes(dimension.id))
      columns.push({ id: dimension.id, title: dimension.title, type: 'text' })
  columns.push(...labelColumns(pack, grain))
  for (const node of [...(pack.elements ?? []), ...pack.indicators]) {
    if (node.grain !== grain.id) continue
    columns.push({
      id: node.id,
      title: node.title,
      get type() {
        return types(node.id)
      },
      ...(node.unit === undefined ? {} : { unit: node.unit }),
    })
  }
  for (const indicator of pack.indicators) {
    if (indicator.grain !== grain.id) continue
    columns.push({ id: `${indicator.id}.met`, title: `${indicator.title}.达标`, type: 'truth' })
    if (indicator.standard !== undefined)
      columns.push({
        id: `${indicator.id}.standard`,
        title: `${indicator.title}.标准值`,
        type: 'number',
        ...(indicator.unit === undefined ? {} : { unit: indicator.unit }),
      })
  }
  for (const rating of pack.ratings ?? [])
    for (const { part, word, type } of rating.grain === grain.id ? ratingParts : [])
      columns.push({ id: `${rating.id}.${part}`, title: `${rating.title}.${word}`, type })
  return {
    kind: 'rowset',
    id: subjectsRowset(grain.id),
    title: grain.title,
    source: 'subjects',
    single: isWithin(grain.dimensions, dimensions),
    columns,
  }
}

function labelColumns(pack: Pack, grain: Grain): readonly ColumnSymbol[] {
  const label = pack.registers
    .find((register) => register.id === grain.from)
    ?.columns.find((column) => column.id === grain.label)
  const plain: ColumnSymbol = { id: 'label', title: '名称', type: 'text' }
  return label === undefined ? [plain] : [{ id: 'label', title: label.title, type: 'text' }, plain]
}

function membersRowset(group: Group): RowsetSymbol {
  return {
    kind: 'rowset',
    id: groupRowset(group.id),
    title: group.title,
    source: 'group',
    single: false,
    columns: [
      { id: 'value', title: '值', type: 'number' },
      { id: 'standard', title: '标准值', type: 'number' },
      { id: 'met', title: '达标', type: 'truth' },
      { id: 'title', title: '标题', type: 'text' },
    ],
  }
}
