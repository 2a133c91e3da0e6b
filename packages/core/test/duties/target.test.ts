import { describe, expect, it } from 'vitest'
import { reachesTarget } from '../../src/duties/index.ts'

describe('the value that a task has to reach', () => {
  it('is compared with the exact figure, never with the rounded one', () => {
    const target = { comparison: '≥', value: '95' } as const
    expect(reachesTarget(target, '0.949999', true)).toBe(false)
    expect(reachesTarget(target, '0.95', true)).toBe(true)
    expect(reachesTarget({ comparison: '≤', value: '0.5' }, '1/3', false)).toBe(true)
    expect(reachesTarget({ comparison: '=', value: '3.0' }, '3', false)).toBe(true)
  })

  it('is neither reached nor missed while there is no number', () => {
    expect(reachesTarget({ comparison: '≥', value: '95' }, undefined, true)).toBeUndefined()
    expect(reachesTarget({ comparison: '≥', value: '95' }, 'true', false)).toBeUndefined()
  })
})
