import type { Finding } from '@eduduty/core/collection'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FolderRead, readFolder } from '../../src/collection/index.ts'
import { buildDemo, type DemoCounty, type Expectation, placesOf, plantedFaults } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { loadDemoPack } from './demo-pack.ts'

const folder = temporaryFolder()
let demo: DemoCounty
let read: FolderRead

beforeAll(async () => {
  const { pack } = await loadDemoPack()
  demo = await buildDemo(pack.registers)
  await writeDemoFiles(folder, demo.files)
  read = await readFolder(folder, { registers: pack.registers, codes: pack.codes ?? [] })
})

type Seen = Extract<Expectation, { kind: 'finding' }>

/** What reading alone can see: checks between cells and unknown units come with the evaluation. */
const readable = plantedFaults.flatMap((fault) =>
  fault.expect
    .filter((expected): expected is Seen => expected.kind === 'finding' && expected.level !== 'check')
    .filter((expected) => !expected.codes.includes('unknown_unit'))
    .map((expected) => ({ fault, expected })),
)

function shows(finding: Finding, expected: Seen): boolean {
  return finding.level === expected.level && expected.codes.includes(finding.code)
}

describe('reading the demo county', () => {
  it.each(readable.map(({ fault, expected }) => [`${fault.id} ${fault.title}`, fault, expected] as const))(
    'shows %s at its place',
    (_, fault, expected) => {
      const places = placesOf(fault, demo.placements)
      expect(places.length).toBeGreaterThan(0)
      for (const place of places) {
        const here = read.findings.filter(
          (finding) => finding.file === place.file && (place.cell === undefined || finding.cell === place.cell),
        )
        expect(
          here.some((finding) => shows(finding, expected)),
          JSON.stringify(here),
        ).toBe(true)
      }
    },
  )

  it('refuses nothing but what was planted', () => {
    const planted = readable.filter(({ expected }) => expected.level === 'error')
    const strangers = read.findings.filter(
      (finding) =>
        finding.level === 'error' &&
        !planted.some(
          ({ fault, expected }) =>
            shows(finding, expected) &&
            (finding.code === 'duplicate_unit' ||
              placesOf(fault, demo.placements).some((place) => place.file === finding.file)),
        ),
    )
    expect(strangers).toEqual([])
  })

  it('finds every row that was handed in', () => {
    const count = (register: string, year: number) =>
      read.rows.filter((row) => row.register === register && row.year === year).length
    expect([2023, 2024, 2025].map((year) => count('school_roster', year))).toEqual([63, 63, 63])
    // One school is withheld in 2025 and one teaching point closed; a school nobody knows is there instead.
    expect([2023, 2024, 2025].map((year) => count('school_form', year))).toEqual([61, 61, 60])
    expect([2023, 2024, 2025].map((year) => count('county_ratings', year))).toEqual([11, 11, 11])
  })

  it('repairs the three soiled workbooks', () => {
    const repaired = new Set(
      read.findings.filter((finding) => finding.level === 'repair').map((finding) => finding.file),
    )
    for (const name of ['石桥镇/石桥镇中心小学', '青竹镇/青竹镇初级中学', '东河镇/东河镇中心小学']) {
      expect(repaired).toContain(`2025/学校填报/${name}.xlsx`)
    }
  })
})
