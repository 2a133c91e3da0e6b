import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { checkPeriod } from '../../../src/collection/checks/check-period.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, type CollectingCounty, openCollecting } from './collecting-county.ts'

let serial = 80
const bands = ['to_25', '26_30', '31_35', '36_40', '41_45', '46_50', '51_55', '56_60', '61_65', 'from_66']

onBothEngines((database) => {
  let open: CollectingCounty
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `9901${serial}`)
  })
  const check = () =>
    as(database(), { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' }, (ctx) =>
      checkPeriod(ctx, { county: open.county, periodId: open.periodId }),
    )
  /** Twelve classes in all, eleven by size. */
  const fill = () =>
    as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, (ctx) =>
      saveCells(
        ctx,
        open.key,
        {
          edits: [
            { row_no: 0, column: 'classes', from: '', to: '12' },
            ...bands.map((band) => ({
              row_no: 0,
              column: `classes_${band}`,
              from: '',
              to: band === '41_45' ? '11' : '0',
            })),
          ],
        },
        { keyring: testKeyring(), way: 'page' },
      ),
    )
  const moveTo = (status: string) =>
    database().run('update collection_submissions set status = $2 where county_code = $1 and task_id is not null', [
      open.county,
      status,
    ])

  it('looks only at what was handed in, and tells both sides unit by unit', async () => {
    await fill()
    expect(await check()).toMatchObject({ submissions: 0, findings: 0, units: [] })
    await moveTo('submitted')
    const { submissions, units } = await check()
    expect(submissions).toBe(1)
    const own = units.find(({ unit }) => unit === '2199000001')
    expect(own?.hard).toBeGreaterThan(0)
    const sum = own?.findings.find((finding) => finding.check === 'sum_of_bands')
    expect(sum).toMatchObject({
      message: expect.stringContaining('各班额段班级数之和为11，班级总数为12'),
      file: '在线填报/石桥镇中心小学',
      sheet: '学校填报表',
    })
  })
})
