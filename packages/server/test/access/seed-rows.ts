import { createHash } from 'node:crypto'
import { checkDigitOf } from '@eduduty/core/identity'
import { sealNumbers } from '../../src/identity/people/seal-numbers.ts'
import { testKeyring } from '../harness/doors.ts'
import { madeId } from './marks.ts'
import { appraisalRows } from './seed-appraisal.ts'
import { archiveRows } from './seed-archive.ts'
import { careRows } from './seed-care.ts'
import { clockRows } from './seed-clocks.ts'
import {
  type CollectingContents,
  collectedRows,
  collectedSubmissions,
  collectingRows,
  rowNumberOf,
  seedPack,
} from './seed-collection.ts'
import { deskRows } from './seed-desk.ts'
import { dutyRows } from './seed-duties.ts'
import { enrolmentRows } from './seed-enrolment.ts'
import { matchingRows } from './seed-matching.ts'
import { reportRows } from './seed-reports.ts'
import type { SeedPerson, SeedUnit, SeedWorld } from './world-plan.ts'
import { worldDay, worldNow } from './world-plan.ts'

/** Values of the columns that a canary cannot fill: keys, states, dates. All other text holds the unit's canary. */
export type SeedRow = Readonly<Record<string, unknown>>

export interface OwnedRow {
  readonly unit: SeedUnit
  readonly row: SeedRow
}

export interface Contents extends CollectingContents {
  /** Of evaluation_runs.assessment, which must keep its contract; absent: any JSON. */
  readonly assessment?: (unit: SeedUnit) => string
}

const made = '2026-01-05T00:00:00Z'
const sha = (words: string): string =>
  (madeId(words) + madeId(`${words}+`)).replaceAll('-', '').padEnd(64, '0').slice(0, 64)

/** A figure and its chain as they keep their contract, with the canary of the unit as what is shown. */
const oneFigure = ({ canary }: SeedUnit) => ({
  figure: JSON.stringify({ id: 'figure@county', node: 'figure', subject: 'county', status: 'known', shown: canary }),
  content: JSON.stringify({
    trace: {
      figure: 'figure@county',
      title: '数字',
      subject: '县',
      formula: '1',
      substituted: '1',
      status: 'known',
      shown: canary,
      inputs: [],
      parameters: [],
      aggregates: [],
      causes: [],
      used_by: [],
    },
    mentions: [],
  }),
})

/** Ids of the rows that every unit has one of. */
export const idsOf = (unit: SeedUnit) => ({
  file: madeId(`file ${unit.path}`),
  submission: madeId(`submission ${unit.path}`),
  run: madeId(`run ${unit.county} ${unit.id}`),
  comment: madeId(`comment ${unit.path}`),
  packDraft: madeId(`pack draft ${unit.path}`),
})

/** Invented numbers of a person; the area code does not exist. */
export function numbersOf(
  world: SeedWorld,
  person: SeedPerson,
): { readonly id_number: string; readonly phone: string } {
  const at = world.people.indexOf(person)
  const first = `9901011980010${String(1 + (at % 9))}${String(at % 1000).padStart(3, '0')}`
  return { id_number: first + checkDigitOf(first), phone: `199${String(at).padStart(8, '0')}` }
}

/** The rows of every table that belongs to units, in an order in which they can be inserted. */
export function planRows(world: SeedWorld, contents: Contents = {}): ReadonlyMap<string, readonly OwnedRow[]> {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const eachPerson = (row: (person: SeedPerson) => SeedRow): OwnedRow[] =>
    world.people.map((person) => ({ unit: person.unit, row: { person_id: person.id, ...row(person) } }))
  return new Map([
    ...organizationRows(world, each),
    ...identityRows(world, eachPerson),
    ...dataRows(world, each, contents),
    ...collectingRows(world, contents),
    ...appraisalRows(world),
    ...reportRows(world),
    ...auditRows(world),
  ])
}

type Each = (row: (unit: SeedUnit) => SeedRow) => OwnedRow[]
type EachPerson = (row: (person: SeedPerson) => SeedRow) => OwnedRow[]
type TableRows = readonly [string, readonly OwnedRow[]]

function organizationRows(world: SeedWorld, each: Each): readonly TableRows[] {
  return [
    ['organizations_units', each(({ id, kind }) => ({ unit_id: id, kind, opened_on: '2000-01-01', closed_on: null }))],
    [
      'organizations_unit_versions',
      each(({ id, parentId }) => ({
        unit_id: id,
        since: '2000-01-01',
        until: null,
        parent_id: parentId,
        area_code: null,
      })),
    ],
    [
      'organizations_successions',
      each(({ id }) => ({ from_unit_id: id, to_unit_id: id, kind: 'merge', effective_on: '2010-01-01' })),
    ],
    [
      'organizations_posts',
      world.posts.map(({ id, unit, closedOn }) => ({
        unit,
        row: { post_id: id, unit_id: unit.id, closed_on: closedOn },
      })),
    ],
  ]
}

function identityRows(world: SeedWorld, eachPerson: EachPerson): readonly TableRows[] {
  const keyring = testKeyring()
  const decision = { proposed_by: 'system', proposed_at: made, decided_by: null, decided_at: null, replaces_id: null }
  return [
    [
      'identity_people',
      eachPerson((person) => ({
        unit_id: person.unit.id,
        ...sealNumbers(
          { keyring, kind: 'aes' },
          { county: person.unit.county, personId: person.id },
          numbersOf(world, person),
        ),
      })),
    ],
    [
      'identity_accounts',
      eachPerson(({ login, account }) => ({
        login_name: login,
        status: account,
        created_at: made,
        password_set_at: worldNow,
        secret_confirmed_by: null,
        totp_sealed: null,
      })),
    ],
    ['identity_sign_in_failures', eachPerson(() => ({ failures: 1, updated_at: made }))],
    [
      'identity_sessions',
      eachPerson((person) => ({
        session_hash: sessionHash(person),
        started_at: worldNow,
        seen_at: worldNow,
        ended_at: null,
        end_reason: null,
      })),
    ],
    // The key of this table is the only text it has; no person of this id exists.
    [
      'identity_reveal_counts',
      eachPerson((person) => ({ person_id: `${person.unit.canary}-${person.id}`, day: worldDay, reveals: 1 })),
    ],
    [
      'identity_tenures',
      world.tenures.map(({ id, post, person, kind, since, until, status }) => ({
        unit: post.unit,
        row: { tenure_id: id, post_id: post.id, person_id: person.id, kind, since, until, status, ...decision },
      })),
    ],
    [
      'identity_grants',
      world.grants.map(({ id, post, role, scope, since, until, status }) => ({
        unit: post.unit,
        row: { grant_id: id, post_id: post.id, role, scope_path: scope, since, until, status, ...decision },
      })),
    ],
  ]
}

function dataRows(world: SeedWorld, each: Each, contents: Contents): readonly TableRows[] {
  const run = { pack_id: seedPack.id, pack_hash: seedPack.hash }
  return [
    [
      'collection_files',
      each((unit) => ({ file_id: idsOf(unit).file, sha256: sha(unit.path), kind: 'csv', status: 'read' })),
    ],
    ['collection_sheets', each((unit) => ({ file_id: idsOf(unit).file, sheet_no: 1, grid: null }))],
    [
      'collection_submissions',
      [
        ...each((unit) => ({
          submission_id: idsOf(unit).submission,
          year: 2025,
          status: 'draft',
          supersedes: null,
          file_id: idsOf(unit).file,
          sheet_no: 1,
        })),
        ...collectedSubmissions(world),
      ],
    ],
    [
      'evaluation_runs',
      each((unit) => ({
        run_id: idsOf(unit).run,
        year: 2025,
        status: 'preview',
        verdict: 'met',
        created_at: made,
        ...run,
        ...(contents.assessment !== undefined && { assessment: contents.assessment(unit) }),
      })),
    ],
    [
      'evaluation_figures',
      each((unit) => ({ run_id: idsOf(unit).run, figure_id: 'figure@county', figure_no: 1, ...oneFigure(unit) })),
    ],
    ['evaluation_findings', each((unit) => ({ run_id: idsOf(unit).run, finding_no: 1, level: 'note' }))],
    [
      'evaluation_comments',
      each((unit) => ({ comment_id: idsOf(unit).comment, run_id: idsOf(unit).run, year: 2025, retracts: null })),
    ],
    ['evaluation_documents', each((unit) => ({ run_id: idsOf(unit).run, name: 'document.txt' }))],
    [
      'pack_drafts',
      each((unit) => ({
        draft_id: idsOf(unit).packDraft,
        base_pack: null,
        base_hash: null,
        revision: 1,
        installed_pack: null,
        installed_hash: null,
        installed_at: null,
      })),
    ],
    ['pack_draft_saves', each((unit) => ({ draft_id: idsOf(unit).packDraft, revision: 1 }))],
    ['pack_draft_texts', each((unit) => ({ draft_id: idsOf(unit).packDraft, revision: 1, path: 'pack.yaml' }))],
    [
      'evaluation_scenarios',
      each((unit) => ({ scenario_id: idsOf(unit).run, pack_id: seedPack.id, year: 2024, assumptions: '[]' })),
    ],
    [
      'evaluation_prices',
      each((unit) => ({ price_id: idsOf(unit).run, yuan: '1', per: 'once', source: '测算', since: '2025-01-01' })),
    ],
    [
      'reports_templates',
      each((unit) => ({ template_id: idsOf(unit).run, version: 1, kind: 'file', pack_id: seedPack.id, tags: 1 })),
    ],
    ['evaluation_sources', each((unit) => ({ run_id: idsOf(unit).run, upload_id: null }))],
    [
      'evaluation_deliveries',
      each((unit) => ({
        delivery_id: madeId(`delivery ${unit.path}`),
        step: 1,
        delivery_no: 1,
        year: 2025,
        run_id: idsOf(unit).run,
        deed: 'sent',
      })),
    ],
    ['evaluation_gathered', each((unit) => ({ run_id: idsOf(unit).run, year: 2025, member_code: '990199' }))],
    ...clockRows(world),
    ...dutyRows(world),
    ...deskRows(world),
    ...enrolmentRows(world),
    ...careRows(world),
    ...matchingRows(world),
    ...archiveRows(world),
    [
      seedPack.register,
      [
        ...each((unit) => ({
          row_no: rowNumberOf(world, unit, 'none'),
          year: 2025,
          submission_id: idsOf(unit).submission,
          file_id: idsOf(unit).file,
          sheet_no: 1,
        })),
        ...collectedRows(world, 'seed_register'),
      ],
    ],
    [seedPack.roster, collectedRows(world, 'seed_roster')],
  ]
}

function auditRows(world: SeedWorld): readonly TableRows[] {
  const events = new Map<string, number>()
  const next = (county: string): number => {
    events.set(county, (events.get(county) ?? 0) + 1)
    return events.get(county) ?? 0
  }
  const rows = world.units.map((unit) => ({
    unit,
    row: {
      event_no: next(unit.county),
      occurred_at: made,
      action: 'platform.access',
      result: 'denied',
      detail: `{"at":"${unit.canary}"}`,
      mac: sha(unit.path),
    },
  }))
  const heads = world.units.filter((unit) => unit.id === 'G')
  return [
    ['audit_chains', heads.map((unit) => ({ unit, row: { head_no: events.get(unit.county) ?? 0 } }))],
    ['audit_events', rows],
  ]
}

export function sessionHash(person: SeedPerson): string {
  return createHash('sha256').update(person.token).digest('hex')
}
