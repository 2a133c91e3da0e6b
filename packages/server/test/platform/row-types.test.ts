import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rowTypesPath } from '../../src/platform/db/generate-row-types.ts'
import { rowTypesText } from '../../src/platform/db/row-types.ts'
import { onBothEngines } from '../harness/engines.ts'

onBothEngines((database) => {
  it('has the row types of the migrated tables (otherwise run npm run generate)', async () => {
    expect(await rowTypesText(database())).toBe(readFileSync(rowTypesPath, 'utf8'))
  })
})
