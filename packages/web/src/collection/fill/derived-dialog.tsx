import type { DerivedRoster, DerivedValue, DerivedValues } from '@eduduty/core/collection/tasks'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { RosterLink } from './derived-line.tsx'
import { derivedMessages as says } from './derived-messages.ts'
import { isTakeable, rostersOf } from './derived-standing.ts'
import type { Derived } from './use-derived.ts'

interface DialogProps {
  readonly derived: Derived
  readonly found: DerivedValues
  readonly close: () => void
}

const keyOf = ({ row_no, column }: DerivedValue): string => `${row_no} ${column}`

/** All cells that differ from the rosters or stand empty beside them, to be taken one by one or all at once. */
export function DerivedDialog({ derived, found, close }: DialogProps): ReactNode {
  const told = found.values.filter(({ state }) => state === 'differs' || state === 'blank')
  const offered = found.may_accept ? told.filter(isTakeable) : []
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  // What somebody filled in is not thrown away by default: only blanks are ticked beforehand.
  const chosen = offered.filter((value) => ticks.get(keyOf(value)) ?? value.state === 'blank')
  const tick = (values: readonly DerivedValue[], isChosen: boolean) =>
    setTicks(new Map([...ticks, ...values.map((value) => [keyOf(value), isChosen] as const)]))
  const isAll = chosen.length === offered.length
  return (
    <Modal
      open
      width={820}
      title={says.title}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{says.close}</Button>
          {found.may_accept && (
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={derived.isTaking}
              onClick={() => derived.take(chosen, close)}
            >
              {isAll ? says.takeAll(chosen.length) : says.takeSome(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      <p className="note">{found.may_accept ? says.hint : says.locked}</p>
      {told.length === 0 ? (
        found.values.every(({ state }) => state === 'same') && <p>{says.none}</p>
      ) : (
        <ValueTable told={told} offered={offered} chosen={chosen} found={found} tick={tick} />
      )}
      <Unknown found={found} />
    </Modal>
  )
}

interface TableProps {
  readonly told: readonly DerivedValue[]
  readonly offered: readonly DerivedValue[]
  readonly chosen: readonly DerivedValue[]
  readonly found: DerivedValues
  readonly tick: (values: readonly DerivedValue[], isChosen: boolean) => void
}

function ValueTable({ told, offered, chosen, found, tick }: TableProps): ReactNode {
  const isAll = chosen.length === offered.length
  return (
    <div className="ledger-box derived-box">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={says.all}
                checked={isAll && offered.length > 0}
                disabled={offered.length === 0}
                onChange={() => tick(offered, !isAll)}
              />
            </th>
            <th scope="col">{says.columns.cell}</th>
            <th scope="col">{says.columns.derived}</th>
            <th scope="col">{says.columns.filled}</th>
            <th scope="col">{says.columns.difference}</th>
            <th scope="col">{says.columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {told.map((value) => (
            <ValueRow
              key={keyOf(value)}
              value={value}
              rosters={rostersOf(value, found.rosters)}
              isOffered={offered.includes(value)}
              isChosen={chosen.includes(value)}
              toggle={() => tick([value], !chosen.includes(value))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly value: DerivedValue
  readonly rosters: readonly DerivedRoster[]
  readonly isOffered: boolean
  readonly isChosen: boolean
  readonly toggle: () => void
}

function ValueRow({ value, rosters, isOffered, isChosen, toggle }: RowProps): ReactNode {
  const name = [value.row_title, value.title].filter((part) => part !== '').join('　')
  const states = rosters.map(({ title, says: state }) => says.roster(title, state)).join('、')
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={name} checked={isChosen} disabled={!isOffered} onChange={toggle} />
      </td>
      <th scope="row" className="wrap">
        {name}
        {value.unit !== undefined && <span className="muted">（{value.unit}）</span>}
      </th>
      <td className="align-right number">{value.derived}</td>
      <td className="align-right number">
        {value.filled === '' ? <span className="muted">{says.blank}</span> : value.filled}
      </td>
      <td className="align-right number">{value.difference === undefined ? '' : says.signed(value.difference)}</td>
      <td className="wrap muted">
        {says.from(states, value.rows_counted)}
        <span className="derived-formula">{value.formula}</span>
      </td>
    </tr>
  )
}

/** What cannot be told, and the roster that would tell it. */
function Unknown({ found }: { found: DerivedValues }): ReactNode {
  const unknown = found.values.filter(({ state }) => state === 'unknown')
  if (unknown.length === 0) return null
  const reasons = [...new Set(unknown.map(({ why }) => why))]
  return (
    <section className="derived-unknown">
      <h3>{says.unknownTitle(unknown.length)}</h3>
      {reasons.slice(0, 6).map((why) => (
        <p key={why} className="muted">
          {why === '' ? says.unknown : why}
        </p>
      ))}
      {found.rosters
        .filter(({ standing }) => standing === 'missing')
        .map((one) => (
          <RosterLink key={one.register} one={one} />
        ))}
    </section>
  )
}
