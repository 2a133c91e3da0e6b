import type { CountyFinding, Finding } from '@eduduty/core/collection'
import { peerChecks } from '@eduduty/core/consistency'
import type { CheckedPeriod } from './check-period.ts'

/** What was found, as the page and the workbook tell it. */
export function presentFindings({ pack, places, findings }: CheckedPeriod): readonly CountyFinding[] {
  const registers = new Map(pack.pack.registers.map(({ id, title }) => [id, title]))
  const checks = new Map([
    ...(pack.pack.checks ?? []).map(({ id, title }) => [id, title] as const),
    ...Object.values(peerChecks).map(({ check, title }) => [check, title] as const),
  ])
  return findings.map((finding, at): CountyFinding => {
    const { unit = '', unit_name: name = '', register = '', check = '', column, difference } = finding
    const task = places.taskOf(register, unit)
    const [left, right] = finding.sides ?? []
    return {
      no: at + 1,
      level: levelOf(finding),
      unit,
      unit_name: name === '' && unit === '' ? '全县' : name,
      township: places.townships.get(unit) ?? '',
      register,
      register_title: registers.get(register) ?? '',
      check,
      check_title: checks.get(check) ?? '',
      kind: finding.check_kind ?? '',
      // The name stands in a column of its own.
      message: finding.message.startsWith(`${name}：`) ? finding.message.slice(name.length + 1) : finding.message,
      ...(left !== undefined && { left: { label: left.label, value: left.value } }),
      ...(right !== undefined && { right: { label: right.label, value: right.value } }),
      ...(difference !== undefined && { difference }),
      ...(task !== undefined && { task_id: task }),
      ...(column !== undefined && { column }),
    }
  })
}

function levelOf({ code }: Finding): CountyFinding['level'] {
  if (code === 'hard_check') return 'hard'
  return code === 'broken_check' ? 'note' : 'soft'
}
