import type { CellPlace, RegisterRow } from '@eduduty/core/collection'
import { pathsAbove } from '@eduduty/core/organizations'
import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { isRoster } from '../tasks/task-row.ts'
import { type CellOrigins, readCellOrigins } from './cell-origins.ts'
import {
  type ChosenSubmission,
  type CollectedPlace,
  type CollectedWanted,
  chooseSubmissions,
  listCollectedPlaces,
  listFolderSubmissions,
  listNamedSubmissions,
} from './choose-submissions.ts'
import { type CollectedRow, readCollectedRows } from './collected-rows.ts'
import { type FileName, readFileNames, readImportNames } from './file-names.ts'
import { onlineAddress, onlineFile } from './online-address.ts'
import { type CollectedSource, SourceNames } from './source-names.ts'

/** What a county has collected, as rows that can be evaluated. */
export interface Collected {
  readonly rows: readonly RegisterRow[]
  /** What the files and sheets that the rows name stand for. */
  readonly sources: readonly CollectedSource[]
  readonly submissions: readonly ChosenSubmission[]
}

interface Reading {
  readonly pack: TaskPack
  readonly submissions: ReadonlyMap<string, ChosenSubmission>
  readonly origins: CellOrigins
  readonly files: ReadonlyMap<string, FileName>
  readonly imports: ReadonlyMap<string, string>
  readonly names: SourceNames
  readonly year: number
}

/**
 * The rows of the submissions that count, each cell with its place: in a file that was sent, else in the form on the page.
 * What no task collects comes from the folder read last, but never into official results. The same data come in the same order.
 */
export async function readCollected(db: Queries, wanted: CollectedWanted): Promise<Collected> {
  const { county, pack, only } = wanted
  const chosen = await (only === undefined ? chooseSubmissions(db, wanted) : listNamedSubmissions(db, wanted, only))
  const folder = wanted.kind === 'official' ? [] : await listFolderSubmissions(db, wanted)
  const isCollected = folder.length === 0 ? () => false : makeIsCollected(await listCollectedPlaces(db, wanted))
  const all = [...chosen, ...folder]
  const reading: Reading = {
    pack,
    submissions: new Map(all.map((one) => [one.submission_id, one])),
    origins: await readCellOrigins(db, county, chosen, (register) => isRoster(pack, register)),
    files: await readFileNames(db, county, all),
    imports: await readImportNames(db, county),
    names: new SourceNames(),
    year: wanted.year,
  }
  const rows: RegisterRow[] = []
  const used = new Set<string>()
  for (const register of pack.pack.registers) {
    const submissionIds = all.filter((one) => one.register === register.id).map((one) => one.submission_id)
    for (const row of await readCollectedRows(db, pack, register, { county, submissionIds })) {
      const submission = reading.submissions.get(row.submissionId)
      if (submission === undefined) continue
      if (submission.task_id === null && isCollected(submission, row)) continue
      rows.push(registerRow(reading, register, submission, row))
      used.add(row.submissionId)
    }
  }
  return { rows, sources: reading.names.list(), submissions: all.filter((one) => used.has(one.submission_id)) }
}

/** A department's task collects a register for the whole county, that of a township or school for what lies below it. */
function makeIsCollected(places: readonly CollectedPlace[]) {
  const whole = new Set(['government', 'department', 'inspection_area'])
  const keyOf = ({ register, year }: { readonly register: string; readonly year: number }): string =>
    `${register} ${year}`
  const counties = new Set(places.filter(({ unit_kind }) => whole.has(unit_kind)).map(keyOf))
  const below = new Set(places.map((place) => `${keyOf(place)} ${place.org_path}`))
  return (submission: ChosenSubmission, { path }: CollectedRow): boolean =>
    counties.has(keyOf(submission)) || pathsAbove(path).some((above) => below.has(`${keyOf(submission)} ${above}`))
}

function registerRow(
  reading: Reading,
  register: Register,
  submission: ChosenSubmission,
  row: CollectedRow,
): RegisterRow {
  return {
    register: register.id,
    year: submission.year,
    values: row.values,
    source: sourceOf(reading, register, submission, row),
    ...(row.refused !== undefined && { refused: row.refused }),
  }
}

function sourceOf(
  reading: Reading,
  register: Register,
  submission: ChosenSubmission,
  row: CollectedRow,
): RegisterRow['source'] {
  const named = row.fileId === undefined ? undefined : reading.files.get(`${row.fileId} ${row.sheetNo ?? 1}`)
  if (named !== undefined) return sourceInFile(reading, submission, row, named)
  const { names, pack } = reading
  const { submission_id: submissionId, org_path: path, unit_name } = submission
  const roster = isRoster(pack, register.id)
  const imported = row.fileId === undefined ? undefined : reading.imports.get(row.fileId)
  const file =
    imported === undefined
      ? names.file(onlineFile(unit_name), `online ${path}`)
      : names.file(`${unit_name}/${imported}`, `import ${submissionId}`)
  const sheet = sheetOf(register, submission, reading.year)
  names.note({ file, sheet, submissionId, uploadId: undefined, path })
  const address = (column: string): string => onlineAddress(register, roster, row.ordinal, column)
  const sent = new Map<string, CellPlace>()
  for (const { id } of register.columns) {
    const origin = reading.origins(submission, row.rowNo, id)
    if (origin === undefined) continue
    const name = names.file(`${unit_name}/${origin.name}`, `upload ${origin.uploadId}`)
    names.note({ file: name, sheet: '', submissionId, uploadId: origin.uploadId, path })
    sent.set(id, { file: name, ...origin.place })
  }
  return {
    file,
    sheet,
    row: roster ? row.ordinal + 1 : undefined,
    cellOf: address,
    placeOf: (column) => sent.get(column) ?? { file, sheet, cell: address(column) },
  }
}

/** A row that came whole from a sheet knows its line there; which column is seen in the sheet. */
function sourceInFile(
  { names }: Reading,
  submission: ChosenSubmission,
  row: CollectedRow,
  named: FileName,
): RegisterRow['source'] {
  const wanted = named.uploadId === undefined ? named.file : `${submission.unit_name}/${named.file}`
  const file = names.file(wanted, `file ${row.fileId ?? ''}`)
  if (named.uploadId !== undefined)
    names.note({
      file,
      sheet: '',
      submissionId: submission.submission_id,
      uploadId: named.uploadId,
      path: submission.org_path,
    })
  const line = row.sourceRow
  return {
    file,
    sheet: named.sheet,
    row: line === undefined ? undefined : line - 1,
    cellOf: () => (line === undefined ? undefined : `A${line}`),
  }
}

/** 学校填报表, with year and term where they are not those of the evaluation, and the 上报期 where there are several. */
function sheetOf(register: Register, chosen: ChosenSubmission, now: number): string {
  const { year, period, is_of_several: isOfSeveral, period_title: title } = chosen
  const when = [year === now ? '' : `${year}年`, period, isOfSeveral ? title : '']
    .filter((part) => part !== '')
    .join('，')
  return when === '' ? register.title : `${register.title}（${when}）`
}
