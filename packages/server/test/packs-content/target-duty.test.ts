import { evaluateCounty, planPack, type RatedSubject, runGoldenTests } from '@eduduty/core/evaluation'
import { describe, expect, test } from 'vitest'
import { departmentDutyRows, townshipDutyRows } from '../../src/demo/index.ts'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty, registerRow } from './duty-county.ts'

/** A pack with the demo county as it fills it in; where a township or department stands, by name. */
async function rated(id: 'township-duty' | 'department-duty') {
  const { loaded, problems, source } = await readPack(id, process.cwd())
  if (loaded === undefined) throw new Error(JSON.stringify(problems))
  const { pack } = loaded
  const drawn = id === 'township-duty' ? townshipDutyRows : departmentDutyRows
  const rows = [...dutyCounty(pack), ...[2024, 2025].flatMap(drawn).flatMap((row) => registerRow(pack, row))]
  const county = evaluateCounty({
    plan: planPack(pack),
    rows,
    year: 2025,
    packHash: '',
    snapshot: '',
    runId: '',
    program: '',
  })
  const assessment = county.assessment()
  const subjects = new Map((assessment.ratings?.[0]?.subjects ?? []).map((one) => [one.name, one]))
  const find = (name: string): RatedSubject => {
    const subject = subjects.get(name)
    if (subject === undefined) throw new Error(`no ${name} among ${[...subjects.keys()].join()}`)
    return subject
  }
  return { pack, source, find, subjects, verdict: assessment.verdict.state }
}

describe('townships', async () => {
  const { pack, source, find, subjects, verdict } = await rated('township-duty')

  test('the answers worked out by hand hold', () => {
    expect(runGoldenTests(pack, source)).toEqual([])
  })

  test('every township has a grade and the county passes', () => {
    expect(subjects.size).toBe(12)
    expect([...subjects.values()].filter(({ grade }) => grade === undefined).map(({ name }) => name)).toEqual([])
    expect(verdict).toBe('met')
  })

  test('an accident costs the township where it lay one grade, whatever its points', () => {
    const { base, grade } = find('白沙镇')
    expect([base, grade]).toEqual(['优秀', '良好'])
  })
})

describe('departments', async () => {
  const { pack, source, find, subjects } = await rated('department-duty')

  test('the answers worked out by hand hold', () => {
    expect(runGoldenTests(pack, source)).toEqual([])
  })

  test('each is judged by its own duties only: one that has none open is not asked for those of others', () => {
    expect(subjects.size).toBe(13)
    expect(find('县民政局').grade).toBeDefined()
  })

  test('what the data show counts, not what a department says of itself', () => {
    expect(find('县财政局').grade).toBe('优秀')
  })

  test('who was named by inspectors of a higher level is not excellent', () => {
    expect(find('县住房和城乡建设局').grade).not.toBe('优秀')
  })
})
