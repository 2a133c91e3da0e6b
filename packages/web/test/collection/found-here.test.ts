import type { FormColumn, TaskDetail, TaskFinding } from '@eduduty/core/collection/tasks'
import type { RuleOutcome } from '@eduduty/core/consistency'
import { expect, it } from 'vitest'
import { withFoundHere } from '../../src/collection/fill/found-here.ts'
import { taskEntry } from './task-entry.ts'

const column = (id: string, more: Partial<FormColumn> = {}): FormColumn => ({
  id,
  title: id,
  type: 'integer',
  required: true,
  linked: [],
  is_key: false,
  ...more,
})

const finding = (kind: TaskFinding['kind'], id: string, severity: 'hard' | 'soft' = 'hard'): TaskFinding => ({
  finding_no: 1,
  kind,
  severity,
  code: kind,
  check: kind === 'check' ? id : '',
  title: id,
  row_no: 1,
  columns: [id],
  message: id,
  advice: '',
})

const detail: TaskDetail = {
  task: { ...taskEntry, state: 'filling', cell_errors: 2, hard_errors: 1, filled_cells: 1, check_state: 'hard' },
  columns: [column('classes'), column('pupils'), column('id_number', { personal: 'sensitive' })],
  rows: [{ row_no: 1, cells: {}, refused: { classes: '十二' }, not_applicable: [], last_year: {} }],
  row_is: '',
  reporter: '',
  note: '',
  basis: '',
  row_from: 0,
  row_total: 1,
  findings: [finding('cell', 'classes'), finding('cell', 'id_number'), finding('outlier', 'pupils', 'soft')],
  permits: [],
  returns: [],
  events: [],
  uploads: [],
  countersigns: [],
  versions: [],
  is_locked: false,
  requests: [],
}

const outcome = (findings: RuleOutcome['findings'], filledCells: number): RuleOutcome => ({
  findings,
  notApplicable: new Map(),
  filledCells,
})

it('a refused cell that was mended while there is no network is no longer told; what only the server can tell stays', () => {
  const { findings, task } = withFoundHere(detail, outcome([], 2))
  expect(findings.map(({ kind, title }) => [kind, title])).toEqual([
    ['cell', 'id_number'],
    ['outlier', 'pupils'],
  ])
  expect(task).toMatchObject({ cell_errors: 1, hard_errors: 0, blank_cells: 0, filled_cells: 2, soft_errors: 1 })
  expect(task).toMatchObject({ open_explanations: 1, check_state: 'hard' })
})

it('what was found here is counted in the head', () => {
  const { finding_no: _, row_no, ...one } = finding('check', 'classes')
  const { kind: _k, ...rest } = one
  const { task } = withFoundHere(
    { ...detail, findings: [] },
    outcome(
      [
        { ...rest, kind: 'check', rowNo: row_no },
        { ...rest, kind: 'cell', rowNo: row_no },
      ],
      1,
    ),
  )
  expect(task).toMatchObject({ cell_errors: 1, hard_errors: 1, check_state: 'hard' })
})
