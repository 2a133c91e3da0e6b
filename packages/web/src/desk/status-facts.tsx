import { chinaMinute } from '@eduduty/core/calendar'
import type { SystemStatus } from '@eduduty/core/desk'
import type { ReactNode } from 'react'
import { bytesText } from '../platform/table/bytes-text.ts'
import type { StatusReading } from './desk-queries.ts'
import { deskMessages } from './messages.ts'

const says = deskMessages.status

/** What is known of the installation, in three groups. */
export function StatusFacts(props: { reading: StatusReading }): ReactNode {
  const { status, ahead } = props.reading
  return (
    <div className="desk-groups">
      <StorageFacts status={status} />
      <div className="desk-side">
        <ProgramFacts status={status} ahead={ahead} />
        <AuditFacts status={status} />
      </div>
    </div>
  )
}

function StorageFacts({ status: { database, disk } }: { status: SystemStatus }): ReactNode {
  const low = disk !== null && disk.free_bytes < disk.total_bytes / 10
  return (
    <Group title={says.storage}>
      <Fact name={says.engine}>{database.version}</Fact>
      <Fact name={says.place}>{database.place}</Fact>
      <Fact name={says.durability}>
        <strong className={database.durability ? 'desk-good' : 'wrong'}>
          {database.durability ? says.yes : says.no}
        </strong>
        <p className="muted">{database.durability_reason}</p>
      </Fact>
      <Fact name={says.rowAccess}>{database.row_access}</Fact>
      <Fact name={says.size}>{database.bytes === null ? says.none : bytesText(database.bytes)}</Fact>
      <Fact name={says.log}>{database.log_bytes === null ? says.notHere : bytesText(database.log_bytes)}</Fact>
      <Fact name={says.disk}>
        {disk === null ? says.notHere : says.diskOf(bytesText(disk.free_bytes), bytesText(disk.total_bytes))}
        {low && <p className="wrong">{says.diskLow}</p>}
      </Fact>
      <Fact name={says.checkpoint}>{timeOrNone(database.checkpoint_at)}</Fact>
      <Fact name={says.vacuum}>{timeOrNone(database.vacuum_at)}</Fact>
      {database.settings.length > 0 && (
        <Fact name={says.settings}>
          <ul>
            {database.settings.map(({ name, value, remark }) => (
              <li key={name}>
                {name} = {value}
                {remark !== undefined && <span className="short apart">{remark}</span>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Group>
  )
}

function ProgramFacts(props: { status: SystemStatus; ahead: number }): ReactNode {
  const { program_version, started_at, server_time, sessions } = props.status
  const far = Math.abs(props.ahead) > 60
  return (
    <Group title={says.program}>
      <Fact name={says.version}>{program_version}</Fact>
      <Fact name={says.startedAt}>{chinaMinute(started_at)}</Fact>
      <Fact name={says.clock}>
        {chinaMinute(server_time)}
        <p className={far ? 'wrong' : 'muted'}>{says.clockOffset(props.ahead)}</p>
      </Fact>
      <Fact name={says.sessions}>{says.sessionsOf(sessions)}</Fact>
    </Group>
  )
}

function AuditFacts({ status: { keys, audit } }: { status: SystemStatus }): ReactNode {
  return (
    <Group title={says.keysAndAudit}>
      <Fact name={says.key}>
        <ul>
          {keys.map(({ id, fingerprint, current }) => (
            <li key={id}>
              {says.keyOf(id, fingerprint)}
              {current && says.keyCurrent}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={says.audit}>{says.auditOf(audit.events)}</Fact>
      <Fact name={says.auditLast}>{timeOrNone(audit.last_at)}</Fact>
      <Fact name={says.auditFile}>{audit.checkpoint_file ?? says.none}</Fact>
      <Fact name={says.auditFileAt}>{timeOrNone(audit.checkpoint_at)}</Fact>
    </Group>
  )
}

function timeOrNone(instant: string | null): string {
  return instant === null ? says.none : chinaMinute(instant)
}

function Group(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="desk-group">
      <h2>{props.title}</h2>
      <dl>{props.children}</dl>
    </section>
  )
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="desk-fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
