import { WHOLE_REGISTER } from '@eduduty/core/collection'
import { BETWEEN_FACTS } from '../entry/explanations.ts'

/** SQL: the explanation `e` was given for the very figures of the finding `found`; as `Explanations` has it. */
export const speaksOf = (e: string, found: string): string =>
  `(case when ${found}.left_label is null then ${found}.message
     else coalesce(${found}.left_text, '') || '|' || coalesce(${found}.right_text, '') end)
   = any(string_to_array(${e}.facts, '${BETWEEN_FACTS}'))`

/**
 * SQL: the first finding that the explanation `e` answers, and no other does before it. One given for a row goes before
 * one for the whole form; one of figures that have changed since answers nothing.
 */
export const firstAnswered = (e: string): string =>
  `select found.title, found.finding_no from collection_findings found
   where found.county_code = ${e}.county_code and found.task_id = ${e}.task_id and found.check_id = ${e}.check_id
     and ${speaksOf(e, 'found')}
     and (found.row_no = ${e}.row_no or ${e}.row_no = ${WHOLE_REGISTER}
       and not exists (select from collection_explanations own
         where own.county_code = ${e}.county_code and own.task_id = ${e}.task_id and own.check_id = ${e}.check_id
           and own.row_no = found.row_no and own.status <> 'rejected' and ${speaksOf('own', 'found')}))
   order by found.finding_no limit 1`
