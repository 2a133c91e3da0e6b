import { planPack } from '@eduduty/core/evaluation'
import { describe, expect, test } from 'vitest'
import { readPackFolder } from './read-pack-folder.ts'
import { runGolden } from './run-golden.ts'

describe.each(['quality-balance-2017', 'example-school-conditions', 'example-township-rating'])(
  'golden tests of %s',
  (id) => {
    const pack = readPackFolder(id)
    const plan = planPack(pack)

    test.each((pack.golden ?? []).map((golden) => [golden.title, golden] as const))('%s', (_, golden) => {
      expect(runGolden(plan, golden)).toEqual([])
    })
  },
)
