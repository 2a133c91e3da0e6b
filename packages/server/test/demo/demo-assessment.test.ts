import { beforeAll, describe, expect, it } from 'vitest'
import { type Expectation, type PlantedFault, placesOf, plantedFaults } from '../../src/demo/index.ts'
import { type SharedDemo, sharedDemo } from '../harness/shared-demo.ts'
import { readDemo } from './read-demo.ts'

let shown: Awaited<ReturnType<typeof readDemo>> & { readonly demo: SharedDemo }

beforeAll(async () => {
  const demo = await sharedDemo()
  shown = { demo, ...(await readDemo(demo.folder)) }
})

const cases = plantedFaults.flatMap((fault) =>
  fault.expect.map((expected) => [`${fault.id} ${fault.title}：${expected.kind}`, fault, expected] as const),
)

describe('planted faults', () => {
  it('are about 25, each listed with an effect', () => {
    expect(plantedFaults.length).toBeGreaterThanOrEqual(20)
    for (const fault of plantedFaults) expect(fault.expect.length, fault.id).toBeGreaterThan(0)
    expect(new Set(plantedFaults.map((fault) => fault.id)).size).toBe(plantedFaults.length)
  })

  it.each(cases)('%s', (_, fault, expected) => {
    expectShown(fault, expected)
  })

  it('are all that is refused, and all that the checks complain about', () => {
    const strangers = shown.assessment.findings
      .filter((finding) => finding.level === 'error' || finding.level === 'check')
      .filter(
        (finding) =>
          !plantedFaults.some((fault) => fault.expect.some((expected) => explains(fault, expected, finding))),
      )
    expect(strangers).toEqual([])
  })
})

describe('the demo county as the software sees it', () => {
  it('fails for stated reasons, with no veto struck', () => {
    const { verdict, effects, run } = shown.assessment
    expect(run.year).toBe(2025)
    expect(run.county).toEqual({ code: '990121', name: '澄湖县' })
    expect(verdict.state).toBe('unmet')
    const reasons = verdict.reasons.join('\n')
    for (const name of [
      '青竹镇中心小学',
      '体育场馆差异系数',
      '湖滨街道望湖小学',
      '白沙镇沙坝小学',
      '新安街道文昌小学',
    ]) {
      expect(reasons).toContain(name)
    }
    expect(effects.map((effect) => effect.state)).toEqual(effects.map(() => 'clear'))
  })

  it('is mostly met school by school', () => {
    const overall = shown.assessment.sections
      .flatMap((section) => section.items)
      .find((item) => item.indicator === 'school_overall')
    expect(overall?.counts.met).toBeGreaterThan(55)
    expect(overall?.counts.unmet).toBe(1)
    expect(overall?.counts.error).toBe(0)
  })

  it('has one primary coefficient over its limit and six within', () => {
    const primary = shown.assessment.dispersions.filter((one) => one.stage === '小学')
    expect(primary).toHaveLength(7)
    const over = primary.filter((one) => Number(one.coefficient) > Number(one.limit))
    expect(over.map((one) => one.title)).toEqual(['体育场馆差异系数'])
  })

  it('waits for one junior school', () => {
    const junior = shown.assessment.dispersions.filter((one) => one.stage === '初中')
    expect(junior).toHaveLength(7)
    for (const one of junior) {
      expect(one.coefficient).toBeUndefined()
      expect(one.causes.map((cause) => cause.message).join()).toContain('南山乡初级中学')
    }
  })

  it('knows the two years before', () => {
    expect(shown.assessment.history.map((year) => year.year)).toEqual([2023, 2024])
  })

  it('reads every row that was handed in', () => {
    const count = (register: string) =>
      [2023, 2024, 2025].map(
        (year) => shown.read.rows.filter((row) => row.register === register && row.year === year).length,
      )
    expect(count('school_roster')).toEqual([63, 63, 63])
    // In 2025 one school is withheld, one teaching point closed, and a school that nobody knows is there.
    expect(count('school_form')).toEqual([61, 61, 60])
    expect(count('county_ratings')).toEqual([11, 11, 11])
  })

  it('repairs the three soiled workbooks', () => {
    const repaired = new Set(
      shown.read.findings.filter((finding) => finding.level === 'repair').map((finding) => finding.file),
    )
    for (const name of ['石桥镇/石桥镇中心小学', '青竹镇/青竹镇初级中学', '东河镇/东河镇中心小学']) {
      expect(repaired).toContain(`2025/学校填报/${name}.xlsx`)
    }
  })
})

type Found = (typeof shown)['assessment']['findings'][number]

function explains(fault: PlantedFault, expected: Expectation, finding: Found): boolean {
  switch (expected.kind) {
    case 'finding': {
      const here = placesOf(fault, shown.demo.placements).some((place) => place.file === finding.file)
      return (
        expected.level === finding.level &&
        expected.codes.includes(finding.code) &&
        (here || finding.code === 'duplicate_unit')
      )
    }
    case 'check':
      return finding.check === expected.check && (expected.unit === '' || finding.unit === expected.unit)
    case 'missing_school':
      return finding.code === 'missing_form' && (finding.unit ?? '').startsWith(expected.unit)
    case 'judgement':
      return false
  }
}

function expectShown(fault: PlantedFault, expected: Expectation): void {
  const { assessment, demo } = shown
  switch (expected.kind) {
    case 'finding': {
      const places = placesOf(fault, demo.placements)
      expect(places.length).toBeGreaterThan(0)
      for (const place of places) {
        const here = assessment.findings.filter(
          (finding) => finding.file === place.file && (place.cell === undefined || finding.cell === place.cell),
        )
        const codes = here.filter((finding) => finding.level === expected.level).map((finding) => finding.code)
        expect(
          codes.some((code) => expected.codes.includes(code)),
          `${place.file} ${place.cell ?? ''}: ${codes}`,
        ).toBe(true)
      }
      return
    }
    case 'check':
      expect(assessment.findings.some((finding) => explains(fault, expected, finding))).toBe(true)
      return
    case 'missing_school':
      expect(assessment.coverage.registers.flatMap((register) => register.missing.map((one) => one.unit))).toContain(
        expected.unit,
      )
      return
    case 'judgement': {
      const figure = assessment.figures.find((one) => one.node === expected.node && one.subject === expected.subject)
      expect(figure?.state).toBe(expected.status)
      return
    }
  }
}
