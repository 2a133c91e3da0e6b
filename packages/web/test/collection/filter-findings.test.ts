import type { CountyFinding } from '@eduduty/core/collection/tasks'
import { peerChecks } from '@eduduty/core/consistency'
import { expect, it } from 'vitest'
import { filterFindings, listChoices } from '../../src/collection/checks/filter-findings.ts'

const finding = (no: number, check: string, check_title: string): CountyFinding => ({
  no,
  level: 'soft',
  unit: '2199000001',
  unit_name: '石桥镇中心小学',
  township: '石桥镇',
  register: 'school_form',
  register_title: '学校填报表',
  check,
  check_title,
  kind: '离群',
  message: '“班级总数”填120',
})

it('what comparisons among units found can be chosen like a rule', () => {
  const { outlier, repeated_form: repeated } = peerChecks
  const findings = [
    finding(1, outlier.check, outlier.title),
    finding(2, repeated.check, repeated.title),
    finding(3, 'sum_of_bands', '班额之和'),
  ]
  expect(listChoices(findings).checks.map(({ value }) => value)).toEqual(
    expect.arrayContaining([outlier.check, repeated.check]),
  )
  expect(filterFindings(findings, { check: outlier.check }).map(({ no }) => no)).toEqual([1])
})
