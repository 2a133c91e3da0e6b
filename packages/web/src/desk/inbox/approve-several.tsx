import type { InboxItem } from '@eduduty/core/desk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { inboxMessages } from '../inbox-messages.ts'
import { inboxKey } from '../inbox-queries.ts'
import { type ApprovalKind, kindsToApprove } from './kinds-to-approve.ts'

const says = inboxMessages.approve

/** What came of one form: nothing yet, passed, or why not. */
type Outcomes = ReadonlyMap<string, { readonly why: string | undefined }>

/** Reviews several forms of one kind at once; shown where there are several. */
export function ApproveSeveral({ items }: { items: readonly InboxItem[] }): ReactNode {
  // The lines that stood there when it was opened stay until it is closed, with what came of each.
  const [kinds, setKinds] = useState<readonly ApprovalKind[]>()
  const found = kindsToApprove(items)
  const count = found.reduce((sum, kind) => sum + kind.items.length, 0)
  return (
    <>
      {count > 0 && (
        <Button size="small" onClick={() => setKinds(found)}>
          {says.word(count)}
        </Button>
      )}
      {kinds !== undefined && <ApproveDialog kinds={kinds} close={() => setKinds(undefined)} />}
    </>
  )
}

function ApproveDialog({ kinds, close }: { kinds: readonly ApprovalKind[]; close: () => void }): ReactNode {
  const [chosen, setChosen] = useState(kinds[0]?.key)
  const kind = kinds.find(({ key }) => key === chosen)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const { approve, outcomes } = useApproving()
  const open = kind?.items.filter(({ key }) => outcomes.get(key)?.why !== undefined || !outcomes.has(key)) ?? []
  const taken = open.filter(({ key }) => ticked.has(key))
  const done = [...outcomes.values()].filter(({ why }) => why === undefined).length
  return (
    <Modal
      open
      width={760}
      title={says.title}
      cancelText={says.close}
      okText={says.ok(taken.length)}
      okButtonProps={{ disabled: taken.length === 0 || kind === undefined, loading: approve.isPending }}
      onOk={() => kind !== undefined && approve.mutate({ kind, items: taken, reason })}
      onCancel={close}
    >
      <p className="note form-hint">{says.hint}</p>
      <Form layout="vertical">
        <Form.Item label={says.kind} htmlFor="approve-kind">
          <Select
            id="approve-kind"
            value={chosen}
            onChange={(key) => {
              setChosen(key)
              setTicked(new Set())
            }}
            options={kinds.map(({ key, deed, title, items }) => ({
              value: key,
              label: says.kindOf(deed, title, items.length),
            }))}
          />
        </Form.Item>
        {kind !== undefined && <Lines kind={kind} ticked={ticked} tick={setTicked} outcomes={outcomes} />}
        <Form.Item label={says.opinion} htmlFor="approve-opinion">
          <Input
            id="approve-opinion"
            maxLength={400}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {outcomes.size > 0 && <p role="status">{says.outcome(done, outcomes.size - done)}</p>}
    </Modal>
  )
}

interface Batch {
  readonly kind: ApprovalKind
  readonly items: readonly InboxItem[]
  readonly reason: string
}

/** One form after the other: what is refused is told on its own line and stops no other. */
function useApproving() {
  const client = useQueryClient()
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map())
  const approve = useMutation({
    mutationFn: async ({ kind, items, reason }: Batch) => {
      for (const item of items) {
        const why = await approveOne(kind, item, reason)
        setOutcomes((before) => new Map(before).set(item.key, { why }))
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  })
  return { approve, outcomes }
}

/** Why it was refused; undefined when it has passed. */
async function approveOne(
  { step }: ApprovalKind,
  { county, id }: InboxItem,
  reason: string,
): Promise<string | undefined> {
  try {
    await sendJson('POST', `/collection/tasks/${encodeURIComponent(county)}/${encodeURIComponent(id)}/${step}`, {
      reason,
    })
    return undefined
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : String(refusal)
  }
}

interface LinesProps {
  readonly kind: ApprovalKind
  readonly ticked: ReadonlySet<string>
  readonly tick: (keys: ReadonlySet<string>) => void
  readonly outcomes: Outcomes
}

function Lines({ kind, ticked, tick, outcomes }: LinesProps): ReactNode {
  const all = kind.items.map(({ key }) => key)
  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(key)
    else next.delete(key)
    tick(next)
  }
  return (
    <div className="approve-lines">
      <table className="plain">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={says.chooseAll}
                checked={all.every((key) => ticked.has(key))}
                onChange={({ target }) => tick(new Set(target.checked ? all : []))}
              />
            </th>
            <th>{says.columns.unit}</th>
            <th>{says.columns.lack}</th>
            <th>{says.columns.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {kind.items.map((item) => (
            <Line
              key={item.key}
              item={item}
              on={ticked.has(item.key)}
              toggle={(on) => toggle(item.key, on)}
              outcome={outcomes.get(item.key)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  readonly item: InboxItem
  readonly on: boolean
  readonly toggle: (on: boolean) => void
  readonly outcome: { readonly why: string | undefined } | undefined
}

function Line({ item, on, toggle, outcome }: LineProps): ReactNode {
  const hasPassed = outcome !== undefined && outcome.why === undefined
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={says.choose(item.unit_name)}
          checked={on}
          disabled={hasPassed}
          onChange={({ target }) => toggle(target.checked)}
        />
      </td>
      <td>{item.unit_name}</td>
      <td>{item.says === '' ? says.clean : item.says}</td>
      <td>
        {hasPassed && says.passed}
        {outcome?.why !== undefined && <span className="wrong">{outcome.why}</span>}
      </td>
    </tr>
  )
}
