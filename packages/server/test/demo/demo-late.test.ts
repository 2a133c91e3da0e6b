import { expect, it } from 'vitest'
import { buildDemo } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { loadDemoPack } from '../harness/shared-demo.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { readDemo } from './read-demo.ts'

const folder = temporaryFolder()

it('when the missing school reports, what waited for it alone is decided', async () => {
  const { pack } = await loadDemoPack()
  const late = await buildDemo(pack.registers, { late: true })
  await writeDemoFiles(
    folder,
    late.files.filter((file) => file.path.startsWith('2025/')),
  )
  const { assessment } = await readDemo(folder)
  const items = assessment.sections.flatMap((section) => section.items)
  const stateOf = (indicator: string) => items.find((item) => item.indicator === indicator)?.state
  const decided = ['cv_qualified', 'cv_backbone', 'cv_arts', 'gov_03', 'gov_04', 'gov_12', 'quality_1', 'quality_4']
  expect(decided.map(stateOf)).toEqual(decided.map(() => 'met'))
  // The school that left out its senior pupils still holds up the shared resources.
  expect(['cv_room_area', 'cv_equipment', 'cv_multimedia'].map(stateOf)).toEqual([
    'undecided',
    'undecided',
    'undecided',
  ])
  expect(assessment.verdict.state).toBe('unmet')
  expect(items.filter((item) => item.state === 'undecided')).toHaveLength(3)
  expect(items.filter((item) => item.state === 'met').length).toBeGreaterThanOrEqual(23)
})
