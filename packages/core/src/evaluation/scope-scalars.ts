import type { ScalarSymbol, ValueType } from '../formula/index.ts'
import type { Indicator, Pack, Parameter } from '../packs/index.ts'
import { dimensionsAt, findGrain, isWithin, type Place } from './grains.ts'
import type { NodeTypes } from './node-types.ts'
import { grainOfEffect } from './rating/effects-of.ts'
import { ratingParts } from './rating/rating-parts.ts'
import { codesOf, columnType } from './scope-rowsets.ts'
import { type SymbolTarget, symbolId } from './symbol-id.ts'

type Named = readonly [name: string, symbol: ScalarSymbol]

function scalar(target: SymbolTarget, title: string, type: ValueType, unit?: string): ScalarSymbol {
  const symbol = { kind: 'scalar' as const, id: symbolId(target), title, type }
  return unit === undefined ? symbol : { ...symbol, unit }
}

/** A node's type is asked for only when a formula uses it: by then its own formula can be read. */
function nodeScalar(target: SymbolTarget, title: string, type: () => ValueType, unit?: string): ScalarSymbol {
  return {
    kind: 'scalar',
    id: symbolId(target),
    title,
    get type() {
      return type()
    },
    ...(unit === undefined ? {} : { unit }),
  }
}

const under = (names: readonly string[], symbol: ScalarSymbol): Named[] => names.map((name) => [name, symbol])

/** Every single value that has a name at a place, nearest first: columns of the row, dimensions, nodes, parameters. */
export function* scalarsAt(
  pack: Pack,
  place: Place,
  dimensions: readonly string[],
  types: NodeTypes,
): Generator<Named> {
  yield* columnNames(pack, place)
  yield* dimensionNames(pack, place, dimensions)
  yield* nodeNames(pack, dimensions, types)
  for (const parameter of pack.parameters ?? []) yield* parameterNames(pack, parameter, dimensions)
  for (const section of pack.sections ?? []) {
    const target: SymbolTarget = { kind: 'section', id: section.id }
    yield* under([section.title, section.id], scalar(target, section.title, 'truth'))
    yield* under([`${section.title}.达标`, `${section.id}.met`], scalar(target, `${section.title}.达标`, 'truth'))
  }
  for (const effect of pack.effects ?? [])
    if (isWithin(dimensionsAt(pack, grainOfEffect(pack, effect)) ?? [], dimensions))
      yield* under([effect.title, effect.id], scalar({ kind: 'effect', id: effect.id }, effect.title, 'truth'))
  yield* ratingNames(pack, dimensions)
  if (pack.verdict !== undefined) {
    const { title } = pack.verdict
    yield* under([title, 'verdict'], scalar({ kind: 'verdict' }, title, 'truth'))
    yield* under([`${title}.达标`], scalar({ kind: 'verdict' }, `${title}.达标`, 'truth'))
  }
  yield ['评估年度', scalar({ kind: 'year' }, '评估年度', 'number')]
  yield ['评估日期', scalar({ kind: 'evaluated_on' }, '评估日期', 'date')]
}

function* columnNames(pack: Pack, place: Place): Generator<Named> {
  if (typeof place === 'string') return
  const register = pack.registers.find((candidate) => candidate.id === place.register)
  for (const column of register?.columns ?? [])
    yield* under([column.title, column.id], {
      ...scalar({ kind: 'column', id: column.id }, column.title, columnType(column.type), column.unit),
      ...codesOf(pack, column),
    })
}

function* dimensionNames(pack: Pack, place: Place, dimensions: readonly string[]): Generator<Named> {
  for (const dimension of pack.dimensions ?? [])
    if (dimensions.includes(dimension.id))
      yield* under(
        [dimension.title, dimension.id],
        scalar({ kind: 'dimension', id: dimension.id }, dimension.title, 'text'),
      )
  if (typeof place !== 'string') return
  const grain = findGrain(pack, place)
  const label = pack.registers
    .find((register) => register.id === grain?.from)
    ?.columns.find((column) => column.id === grain?.label)
  yield* under(
    ['名称', ...(label === undefined ? [] : [label.title, label.id])],
    scalar({ kind: 'label' }, label?.title ?? '名称', 'text'),
  )
}

/** Values of the same or a coarser grain; `X.达标` of any grain, taken over all included subjects where it is finer. */
function* nodeNames(pack: Pack, dimensions: readonly string[], types: NodeTypes): Generator<Named> {
  for (const node of [...(pack.elements ?? []), ...pack.indicators]) {
    const own = dimensionsAt(pack, node.grain)
    if (own === undefined || !isWithin(own, dimensions)) continue
    yield* under(
      [node.title, node.id],
      nodeScalar({ kind: 'node', id: node.id, part: 'value' }, node.title, () => types(node.id), node.unit),
    )
  }
  for (const indicator of pack.indicators) {
    yield* under(
      [`${indicator.title}.达标`, `${indicator.id}.met`],
      scalar({ kind: 'node', id: indicator.id, part: 'met' }, `${indicator.title}.达标`, 'truth'),
    )
    if (hasStandard(indicator) && isWithin(dimensionsAt(pack, indicator.grain) ?? [], dimensions))
      yield* under(
        [`${indicator.title}.标准值`, `${indicator.id}.standard`],
        scalar(
          { kind: 'node', id: indicator.id, part: 'standard' },
          `${indicator.title}.标准值`,
          'number',
          indicator.unit,
        ),
      )
  }
}

/** 得分, 等次, 得分等次 (before effects) and 达标 of a rating, and 得分 and 等级 of items, at the same or a coarser grain. */
function* ratingNames(pack: Pack, dimensions: readonly string[]): Generator<Named> {
  for (const { id, title, grain } of pack.ratings ?? []) {
    if (!isWithin(dimensionsAt(pack, grain) ?? [], dimensions)) continue
    for (const { part, word, type } of ratingParts)
      yield* under(
        [`${title}.${word}`, `${id}.${part}`],
        scalar({ kind: 'rating', id, part }, `${title}.${word}`, type),
      )
  }
  for (const { id, title, grain, points, levels } of pack.indicators) {
    if (!isWithin(dimensionsAt(pack, grain) ?? [], dimensions)) continue
    if (points !== undefined)
      yield* under(
        [`${title}.得分`, `${id}.score`],
        scalar({ kind: 'node', id, part: 'score' }, `${title}.得分`, 'number'),
      )
    if (levels !== undefined)
      yield* under(
        [`${title}.等级`, `${id}.level`],
        scalar({ kind: 'node', id, part: 'level' }, `${title}.等级`, 'text'),
      )
  }
}

export function hasStandard(indicator: Indicator): boolean {
  return indicator.standard !== undefined
}

export function parameterType(parameter: Parameter): ValueType {
  if (parameter.type !== undefined) return parameter.type
  const first = parameter.values[0]?.value
  if (typeof first === 'boolean') return 'truth'
  return first === undefined || /^-?\d+(\.\d+)?$/.test(first) ? 'number' : 'text'
}

/** 参数.X where its dimensions are known; elsewhere 参数.X.小学 names the value of its one fixed dimension. */
function* parameterNames(pack: Pack, parameter: Parameter, dimensions: readonly string[]): Generator<Named> {
  const by = parameter.by ?? []
  const type = parameterType(parameter)
  for (const prefix of ['参数', 'parameter']) {
    for (const name of [parameter.title, parameter.id]) {
      if (isWithin(by, dimensions))
        yield [
          `${prefix}.${name}`,
          scalar(
            { kind: 'parameter', id: parameter.id, choice: undefined },
            `参数.${parameter.title}`,
            type,
            parameter.unit,
          ),
        ]
      const only = by.length === 1 ? pack.dimensions?.find((dimension) => dimension.id === by[0]) : undefined
      for (const choice of only?.values ?? [])
        yield [
          `${prefix}.${name}.${choice}`,
          scalar(
            { kind: 'parameter', id: parameter.id, choice },
            `参数.${parameter.title}.${choice}`,
            type,
            parameter.unit,
          ),
        ]
    }
  }
}
