import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parsePack } from '@eduduty/core/packs'
import { describe, expect, test } from 'vitest'
import { runGolden } from './run-golden.ts'

const packs = fileURLToPath(new URL('../../../../packs/', import.meta.url))

function parseFolder(id: string) {
  const files = readdirSync(packs + id).filter((name) => name.endsWith('.yaml'))
  return parsePack(files.map((path) => ({ path, text: readFileSync(`${packs}${id}/${path}`, 'utf8') })))
}

describe.each(['quality-balance-2017'])('golden tests of %s', (id) => {
  const { pack, problems } = parseFolder(id)

  test('the pack can be read', () => {
    expect(problems).toEqual([])
  })

  test.each((pack?.golden ?? []).map((golden) => [golden.title, golden] as const))('%s', (_, golden) => {
    expect(pack).toBeDefined()
    if (pack !== undefined) expect(runGolden(pack, golden)).toEqual([])
  })
})
