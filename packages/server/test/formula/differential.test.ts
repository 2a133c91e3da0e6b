import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { runDifferential } from './differential.ts'

it('agrees with the database to the digit on 20,000 random cases', async () => {
  const db = new PGlite()
  try {
    const outcome = await runDifferential(db, { cases: 20_000, seed: 20_170_426, formulas: 100, groups: 20 })
    expect(outcome.differences.slice(0, 3)).toEqual([])
    expect(outcome.cases).toBeGreaterThanOrEqual(20_000)
    // most aggregates must really run in the database, or the test compares JavaScript with itself
    expect(outcome.unsupported / outcome.aggregates).toBeLessThan(0.5)
  } finally {
    await db.close()
  }
})
