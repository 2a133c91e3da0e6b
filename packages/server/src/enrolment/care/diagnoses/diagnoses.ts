import { type DiagnosisBody, type DiagnosisView, mayReadDiagnoses } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CareActing, postsFor } from '../acting.ts'
import { type CarePack, getCarePack } from '../care-pack.ts'
import { assertPast } from '../deeds/assert-past.ts'
import { openOf, sealOf } from '../store/care-numbers.ts'
import { type ChildKey, getCopies, lockCopies, type StoredChild } from '../store/child-row.ts'
import { addRecord, type ReadHead, readRecords, writtenOf } from '../store/records.ts'

const content = Compile(Type.Array(Type.Object({ title: Type.String(), text: Type.String() })))

interface DiagnosisRow extends ReadHead {
  readonly title: string
  readonly assessed_by: string
  readonly content_sealed: string
}

/** Whether one of somebody's posts is among those that the pack lets read of this child. */
export function mayDiagnose(acting: CareActing, { diagnoses }: CarePack, copies: readonly StoredChild[]): boolean {
  const [rule] = diagnoses
  return rule !== undefined && mayReadDiagnoses(rule, postsFor(acting, copies))
}

interface Allowed {
  readonly copies: readonly StoredChild[]
  readonly lead: StoredChild
  readonly rule: CarePack['diagnoses'][number]
}

/** Errors: `enrolment.care_child_not_found`, `enrolment.care_child_left`, `enrolment.care_not_reader`. */
async function assertReader(acting: CareActing, key: ChildKey): Promise<Allowed> {
  const { ctx } = acting
  const reached = await getCopies(ctx, key)
  const [first] = reached
  if (first.until_on !== null) throw new AppError('enrolment.care_child_left', { day: first.until_on })
  const pack = await getCarePack(ctx, key.county)
  const [rule] = pack.diagnoses
  if (rule === undefined || !mayDiagnose(acting, pack, reached))
    throw new AppError('enrolment.care_not_reader', { posts: readersOf(rule) })
  const copies = (await lockCopies(ctx, key)).filter(({ until_on: until }) => until === null)
  return { copies, lead: first, rule }
}

export const readersOf = (rule: CarePack['diagnoses'][number] | undefined): string =>
  rule === undefined ? '没有' : rule.readers.map(({ line, post }) => `${line}的${post}`).join('、')

/** What experts found out about a child, opened for whom the pack names; every reading is one event of the log. */
export async function readDiagnoses(acting: CareActing, key: ChildKey): Promise<DiagnosisView[]> {
  const { ctx, keyring } = acting
  const { lead } = await assertReader(acting, key)
  const rows = await readRecords<DiagnosisRow>(ctx.db, 'enrolment_diagnoses', key)
  ctx.audit({
    action: 'enrolment.read_diagnoses',
    subject: `${lead.township_name}${maskName(lead.child_name)}`,
    detail: { child: key.child, records: rows.length },
  })
  return rows.toReversed().map((row) => {
    const items: unknown = JSON.parse(openOf(keyring, key, 'diagnosis', row.content_sealed) ?? '[]')
    if (!content.Check(items)) throw new Error(`a diagnosis of ${key.child} cannot be read`)
    return { ...writtenOf(row), title: row.title, assessed_by: row.assessed_by, items }
  })
}

/**
 * Writes down what experts found out: sealed, for the child's school and the county alone. Errors: those of reading,
 * `enrolment.care_item_missing`, `enrolment.care_item_unknown`, `enrolment.day_future`.
 */
export async function addDiagnosis(acting: CareActing, key: ChildKey, body: DiagnosisBody): Promise<void> {
  const { ctx, keyring } = acting
  const { copies, lead, rule } = await assertReader(acting, key)
  if (lead.closed_on !== null) throw new AppError('enrolment.care_closed', { day: lead.closed_on })
  assertPast(ctx, '评估日期', body.on)
  if (body.items.some(({ item }) => !rule.items.some(({ id }) => id === item)))
    throw new AppError('enrolment.care_item_unknown')
  const texts = new Map(body.items.map(({ item, text }) => [item, text.trim()]))
  const missing = rule.items.filter(({ id, required }) => required === true && (texts.get(id) ?? '') === '')
  if (missing.length > 0)
    throw new AppError('enrolment.care_item_missing', { items: missing.map(({ title }) => title).join('、') })
  const items = rule.items.flatMap(({ id, title }) => {
    const text = texts.get(id) ?? ''
    return text === '' ? [] : [{ title, text }]
  })
  const diagnosis = {
    on_day: body.on,
    title: rule.title,
    assessed_by: body.assessed_by,
    content_sealed: sealOf(keyring, key, 'diagnosis', JSON.stringify(items)),
  }
  const confided = copies.filter(({ line }) => line !== '乡镇')
  await addRecord(ctx, 'enrolment_diagnoses', { copies: confided, unit: lead.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_diagnoses')
      .values(heads.map((head) => ({ ...head, ...diagnosis })))
      .execute(),
  )
  ctx.audit({
    action: 'enrolment.add_diagnosis',
    subject: `${lead.township_name}${maskName(lead.child_name)}`,
    detail: { child: key.child },
  })
}
