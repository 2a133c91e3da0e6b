import { LetterContent, type LetterWords } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { Value } from 'typebox/value'
import type { Viewer } from '../views/sight.ts'

/** Series and office as on the last letter of the county, of this year; before the first one, a series by the county's name. */
export async function suggestLetterWords({ ctx }: Viewer, county: string, countyName: string): Promise<LetterWords> {
  const year = dayOf(ctx.now).slice(0, 4)
  const [last] = await ctx.db.run<{ series: string; content: unknown }>(
    'select series, content from appraisal_letters where county_code = $1 order by issued_at desc, letter_no desc limit 1',
    [county],
  )
  if (last === undefined || !Value.Check(LetterContent, last.content))
    return { series: `${countyName.slice(0, 1)}教督考〔${year}〕` }
  return { series: last.series.replace(/〔\d{4}〕$/, `〔${year}〕`), office: last.content.office }
}
