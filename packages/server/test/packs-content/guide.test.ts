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
