import { beforeAll, describe, expect, it } from 'vitest'
import { type Expectation, type PlantedFault, placesOf, plantedFaults } from '../../src/demo/index.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { readDemo } from './read-demo.ts'

const folder = temporaryFolder()
let shown: Awaited<ReturnType<typeof readDemo>>

beforeAll(async () => {
  shown = await readDemo(folder)
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
