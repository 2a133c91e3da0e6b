import {
  type FindingSettled,
  type FindingView,
  isOnTwoRolls,
  isOutOfSchool,
  type Schooling,
  type SettleFindingBody,
} from '@eduduty/core/enrolment'
import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { caseMessages } from '../cases/messages.ts'
import { matchMessages } from './match-messages.ts'
import { matchingKey, matchingPath } from './match-queries.ts'

const says = matchMessages.findings

export interface Settling {
  readonly row: FindingView
  readonly answer: SettleFindingBody['answer']
}

/** Whom an answer was about, and the case that it opened or found. */
export interface Settled extends FindingSettled {
  readonly name: string
}

interface Values {
  readonly why: string
  readonly proof?: string
  readonly keeps?: string
  readonly schooling?: Schooling
}

/** What the dialog is about: a child who may be out of school, a cell to be put right, or a child on two rolls. */
function wordsOf({ row, answer }: Settling) {
  const excludes = answer === 'excluded'
  if (isOnTwoRolls(row.ledger))
    return excludes
      ? { title: says.notOneTitle, ok: says.notOne, hint: says.excludeHint, done: says.excluded }
      : { title: says.keepTitle, ok: says.keep, hint: says.keepHint, done: says.kept }
  if (excludes) return { title: says.excludeTitle, ok: says.exclude, hint: says.excludeHint, done: says.excluded }
  if (row.ledger === '待核实信息')
    return { title: says.confirmTitleWords, ok: says.confirm, hint: says.confirmHintWords, done: says.confirmed }
  return { title: says.confirmTitle, ok: says.confirm, hint: says.confirmHint, done: says.confirmed }
}

/** Asks what somebody found out about a child, and what shows it. */
export function SettleDialog(props: {
  readonly county: string
  readonly settling: Settling
  readonly close: () => void
  readonly settled: (settled: Settled) => void
}): ReactNode {
  const { county, settling, close, settled } = props
  const { row, answer } = settling
  const change = useChange<FindingSettled>(matchingKey)
  const words = wordsOf(settling)
  const keeps = answer === 'confirmed' && isOnTwoRolls(row.ledger)
  const reasons = row.reasons.map((reason) => reason.says).join('；')
  return (
    <FormDialog<Values>
      title={words.title}
      okText={words.ok}
      busy={change.isPending}
      hint={`${row.name} ${row.unit_name}：${reasons}。${words.hint}`}
      submit={(values) =>
        change.mutate(
          {
            path: matchingPath(county, 'findings', row.finding),
            body: bodyOf(answer, values),
            done: words.done,
            shown: true,
          },
          {
            onSuccess: (answered) => {
              settled({ ...answered, name: row.name })
              close()
            },
          },
        )
      }
      close={close}
    >
      {keeps && (
        <Form.Item name="keeps" label={says.keeper} rules={[{ required: true, message: says.keeperNeeded }]}>
          <Radio.Group options={row.schools.map(({ unit, name }) => ({ value: unit, label: name }))} />
        </Form.Item>
      )}
      {answer === 'confirmed' && isOutOfSchool(row.ledger) && <SchoolingField />}
      <Form.Item name="why" label={says.why} rules={[{ required: true, whitespace: true, message: says.whyNeeded }]}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      {(keeps || answer === 'excluded') && <ProofField />}
    </FormDialog>
  )
}

/** The answer as it is sent: what was not asked or not written is left out. */
function bodyOf(answer: Settling['answer'], { why, proof, keeps, schooling }: Values): SettleFindingBody {
  return {
    answer,
    why,
    ...(proof !== undefined && proof !== '' && { proof }),
    ...(keeps !== undefined && { keeps }),
    ...(schooling !== undefined && { schooling }),
  }
}

/** What shows that a child is in school, or on which roll it belongs. */
function ProofField(): ReactNode {
  return (
    <Form.Item
      name="proof"
      label={says.proof}
      rules={[{ required: true, whitespace: true, message: says.proofNeeded }]}
    >
      <Input maxLength={500} placeholder={says.proofHint} />
    </Form.Item>
  )
}

/** Asked of every child who gets a case: the rolls do not know all of them. */
function SchoolingField(): ReactNode {
  return (
    <Form.Item
      name="schooling"
      label={caseMessages.report.schooling}
      extra={says.schoolingHint}
      rules={[{ required: true, message: says.schoolingNeeded }]}
    >
      <Radio.Group options={[...caseMessages.schoolingChoices]} />
    </Form.Item>
  )
}
