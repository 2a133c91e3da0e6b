import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runGoldenTests } from '@eduduty/core/evaluation'
import { describe, expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()

const manifest = (id: string, base = 'example-school-conditions', version = '0.1.0') =>
  `pack: { id: ${id}, version: 1.0.0, title: ${id}, issuer: 甲, document: 甲, scope: 县, since: 2024-01-01, licence: CC0-1.0, overlays: { pack: ${base}, version: ${version} } }\n`

function writeOverlay(id: string, text: string): string {
  mkdirSync(join(folder, id), { recursive: true })
  writeFileSync(join(folder, id, 'pack.yaml'), text)
  return join(folder, id)
}

describe.each(['quality-balance-example-province', 'county-duty-ningxia-2019'])('the overlay %s', (id) => {
  test('only tightens, step by step', async () => {
    const { code, out } = await runInProcess(folder, ['pack', 'prove', id, '--json'])
    const { steps } = JSON.parse(out)
    expect(steps.map(({ effect }: { effect: string }) => effect)).toContain('收紧')
    expect(steps.filter(({ effect }: { effect: string }) => effect !== '收紧' && effect !== '不变')).toEqual([])
    expect(code).toBe(0)
  })

  test('comes to the answers worked out by hand', async () => {
    const { loaded, source } = await readPack(id, folder)
    expect(loaded?.pack.golden?.length).toBeGreaterThan(0)
    expect(loaded === undefined ? [] : runGoldenTests(loaded.pack, source)).toEqual([])
  })

  test('leaves data where the higher level’s pack collects them', async () => {
    const { loaded } = await readPack(id, folder)
    const base = loaded?.tailored?.base
    const homes = new Map(loaded?.pack.registers.map((register) => [register.id, register.home]))
    for (const register of base?.own.registers ?? []) expect(homes.get(register.id)).toBe(base?.pack.pack.id)
  })
})

test('a relaxation without authority fails the check, at its line with a caret and what to do', async () => {
  const path = writeOverlay(
    'lax',
    `${manifest('lax', 'quality-balance-2017', '0.1.x')}changes:
  - in: parameters
    id: variation_limit
    add:
      values:
        - { for: { stage: 小学 }, value: '0.55', since: 2025-01-01, jurisdiction: '99', basis: { document: 甲 }, verified: { grade: C, source: 乙 } }
`,
  )
  const { code, err } = await runInProcess(folder, ['pack', 'validate', path])
  expect(code).toBe(1)
  expect(err).toContain('pack.yaml:3:5 错误 overlay_relaxes：“差异系数上限”放宽了上级的要求：小学：0.50 → 0.55')
  expect(err).toContain('  - in: parameters\n        ^')
  expect(err).toContain('authority')
})

test('what an overlay says of a pack that is not there is refused at its line', async () => {
  const { code, err } = await runInProcess(folder, [
    'pack',
    'prove',
    writeOverlay('lost', manifest('lost', 'no-such-pack')),
  ])
  expect(code).toBe(2)
  expect(err).toContain('上级标准包“no-such-pack”不能用')
})

test('a pack that tailors nothing has nothing to prove', async () => {
  const { code, err } = await runInProcess(folder, ['pack', 'prove', 'county-duty'])
  expect(code).toBe(2)
  expect(err).toContain('不是细化包')
})

test('the difference to the higher level’s pack is told in sentences', async () => {
  const { out } = await runInProcess(folder, ['pack', 'diff', 'county-duty', 'county-duty-ningxia-2019'])
  expect(out).toContain('否决降等事项“在D级危房中教学或住宿”的条件由')
  expect(out).toContain('新增台账“重大案件追溯表”。')
  expect(out).toContain('【收紧】修改 effects“在D级危房中教学或住宿”（pack.yaml:')
})
