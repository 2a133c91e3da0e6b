import { expect, test } from 'vitest'
import { readDecided } from '../../src/enrolment/limits/read-decided.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import { listMigrations } from '../../src/platform/db/migration-files.ts'
import { testCounty } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const statementsOf = (name: string): string => listMigrations().find((one) => one.name === name)?.statements ?? ''

test('what a county had set on the former page stands among its limits, with its document and without a day of it', async () => {
  const db = await memoryDatabase()
  await withConnection(db.connections, async (connection) => {
    await connection.script(`alter table enrolment_limits drop constraint enrolment_limits_dated;
      alter table enrolment_limits alter column dated_on set not null;`)
    await connection.script(statementsOf('202612060200-set-care-intervals'))
    await connection.script(`insert into enrolment_care_intervals values
      ('${testCounty}', 'left_behind', 1, 30, '演示县〔2025〕1号', 'p', '县教育局', '2025-11-03T02:00:00Z'),
      ('${testCounty}', 'left_behind', 2, 15, '演示县〔2026〕4号', 'p', '县教育局', '2026-03-05T02:00:00Z')`)
    await connection.script(statementsOf('202612080200-decide-care-visits'))
  })
  const decided = await readDecided(db, testCounty)
  expect([...decided.values()]).toEqual([
    {
      id: 'care.left_behind',
      version: 2,
      amount: 15,
      unit: '自然日',
      document: '演示县〔2026〕4号',
      dated_on: null,
      by: '县教育局',
      on: '2026-03-05',
    },
  ])
  await db.close()
})
