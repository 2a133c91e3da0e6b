import { expect, test } from 'vitest'
import { compareLedgers, type LedgerChild, notInRegister } from '../../src/enrolment/index.ts'

const child = (index: string, state: string, name = '张小明'): LedgerChild => ({
  index,
  state,
  name,
  path: '99/990121/T4/',
  unit: '石桥镇',
})
const nothing = { children: [], suspected: [], cases: [], counted: [] }
const kinds = (ledgers: Partial<Parameters<typeof compareLedgers>[0]>) =>
  compareLedgers({ ...nothing, ...ledgers }).map(({ kind }) => kind)

test('ledgers that agree say nothing', () => {
  const out = child('a', '辍学')
  expect(kinds({ children: [out, child('b', '县内就读')], cases: [out] })).toEqual([])
  expect(kinds({ children: [out], suspected: [{ ...out, state: 'open', hasCase: false }] })).toEqual([])
})

test('a child out of school in the register alone is told with the name masked', () => {
  const [found] = compareLedgers({ ...nothing, children: [child('a', '未入学')] })
  expect(found).toMatchObject({ kind: 'out_without_case', child: '张**', unit: '石桥镇' })
  expect(found?.says).toContain('未入学')
})

test('a case whose child the register has in school, or not at all, is told', () => {
  expect(kinds({ children: [child('a', '县内就读')], cases: [child('a', 'open')] })).toEqual(['case_in_school'])
  const [unlisted] = compareLedgers({ ...nothing, cases: [child('a', 'open')] })
  expect([unlisted?.kind, unlisted?.says]).toEqual(['case_in_school', `已立案劝返；${notInRegister}`])
})

test('children without a number are not taken for one another', () => {
  expect(kinds({ children: [child('', '辍学')], cases: [child('', 'open')] })).toEqual([
    'out_without_case',
    'case_in_school',
  ])
})

test('what is confirmed wants a case; what is open does not yet', () => {
  const one = child('a', '辍学')
  expect(kinds({ children: [one], suspected: [{ ...one, state: 'confirmed', hasCase: false }] })).toEqual([
    'confirmed_without_case',
  ])
  expect(kinds({ children: [one], suspected: [{ ...one, state: 'confirmed', hasCase: true }] })).toEqual([])
})

test('a form that says another number is told; one that has not come is no zero', () => {
  const place = { path: '99/990121/T4/', unit: '石桥镇', counted: 3 }
  expect(kinds({ counted: [{ ...place, said: 2 }] })).toEqual(['counted_otherwise'])
  expect(kinds({ counted: [{ ...place, said: 3 }] })).toEqual([])
  expect(kinds({ counted: [{ ...place, said: undefined }] })).toEqual([])
})
