import { readFileSync } from 'node:fs'
import { Pack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { readPackFolder } from './read-pack-folder.ts'

const guide = readFileSync(new URL('../../../../docs/packs.md', import.meta.url), 'utf8')

/** Every key that a pack may hold, at any depth. */
function keysOf(schema: unknown, keys = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return keys
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null)
    for (const [key, inner] of Object.entries(schema.properties)) keysOf(inner, keys.add(key))
  if ('items' in schema) keysOf(schema.items, keys)
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) for (const inner of schema.anyOf) keysOf(inner, keys)
  return keys
}

test('the guide explains every key of a pack', () => {
  const words = new Set([...guide.matchAll(/[a-z_]+/g)].map(([word]) => word))
  expect([...keysOf(Pack)].filter((key) => !words.has(key))).toEqual([])
})

test('the guide counts the quality-balance pack rightly', () => {
  const pack = readPackFolder('quality-balance-2017')
  expect(guide).toContain(
    `${pack.registers.length}张台账，${pack.indicators.length}项指标，${pack.checks?.length}条核对关系`,
  )
})

const [manifest, pack] = [Pack.properties.pack, Pack.properties]
const register = pack.registers.items
const objects = {
  pack: manifest,
  dimensions: pack.dimensions.items,
  grains: pack.grains.items,
  exclusions: pack.grains.items.properties.exclusions.items,
  codes: pack.codes.items,
  registers: register,
  columns: register.properties.columns.items,
  parameters: pack.parameters.items,
  values: pack.parameters.items.properties.values.items,
  elements: pack.elements.items,
  indicators: pack.indicators.items,
  groups: pack.groups.items,
  sections: pack.sections.items,
  verdict: pack.verdict,
  effects: pack.effects.items,
  checks: pack.checks.items,
  outliers: pack.outliers.items,
  compare: pack.outliers.items.properties.compare.items,
  golden: pack.golden.items,
  expect: pack.golden.items.properties.expect.items,
  basis: pack.indicators.items.properties.basis,
  verified: pack.indicators.items.properties.verified,
}

test.each(Object.entries(objects))('the guide says which keys of %s must be written', (name, schema) => {
  const line = new RegExp(`^\\| \`${name}\` \\| ((?:\`[a-z_]+\` ?)+)`, 'm').exec(guide)
  const said = [...(line?.[1] ?? '').matchAll(/[a-z_]+/g)].map(([key]) => key)
  expect(said.toSorted()).toEqual([...schema.required].toSorted())
})
