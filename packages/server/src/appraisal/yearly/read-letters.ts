import { LetterContent } from '@eduduty/core/appraisal'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { keyWords, type YearlyKey } from './yearly-key.ts'

/** A letter as it was issued. */
export interface KeptLetter {
  readonly appraisal_id: string
  readonly number: string
  readonly version: number
  readonly content: LetterContent
  readonly dated_on: string
}

type Reading = Pick<Ctx, 'db'>
type Row = Omit<KeptLetter, 'number' | 'content'> & { series: string; letter_no: number; content: unknown }

const columns = 'l.appraisal_id, l.series, l.letter_no, l.version, l.content, l.dated_on'

/** The newest letter of each unit of a set, by number. */
export async function readLetters({ db }: Reading, key: YearlyKey): Promise<readonly KeptLetter[]> {
  const rows = await db.run<Row>(
    `select distinct on (l.appraisal_id) ${columns} from appraisal_letters l
     join appraisal_appraisals a on a.county_code = l.county_code and a.appraisal_id = l.appraisal_id
     where l.county_code = $1 and a.pack_id = $2 and a.rating_id = $3 and a.year = $4 and a.state <> 'cancelled'
     order by l.appraisal_id, l.issued_at desc, l.letter_no desc`,
    keyWords(key),
  )
  return [...rows]
    .sort((a, b) => (a.series < b.series ? -1 : 1) * Number(a.series !== b.series) || a.letter_no - b.letter_no)
    .flatMap(letterOf)
}

/** The newest letter of one unit; undefined where none was issued. */
export async function findLetter(
  { db }: Reading,
  { county, appraisalId }: AppraisalKey,
): Promise<KeptLetter | undefined> {
  const rows = await db.run<Row>(
    `select ${columns} from appraisal_letters l where l.county_code = $1 and l.appraisal_id = $2
     order by l.issued_at desc, l.letter_no desc limit 1`,
    [county, appraisalId],
  )
  return rows.flatMap(letterOf)[0]
}

const letterOf = ({ series, letter_no: no, content, ...row }: Row): readonly KeptLetter[] =>
  Value.Check(LetterContent, content) ? [{ ...row, content, number: `${series}${no}号` }] : []
