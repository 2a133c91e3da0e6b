import { ageOn } from '@eduduty/core/calendar'
import {
  type CareRow,
  type CareRules,
  type DecidedLimits,
  isUnsourced,
  needsOf,
  sourcedMonths,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Basis } from '@eduduty/core/packs'
import type { CarePack } from '../care-pack.ts'
import { presentIntervals } from '../intervals/present-intervals.ts'
import type { StoredChild } from '../store/child-row.ts'

/** A child in a list. `mayContact`: the reader goes to its door. */
export function presentChild(row: StoredChild, today: string, mayContact: boolean): CareRow {
  const { placed_on: placedOn, review_on: review, visit_due_on: due, last_visit_on: last, closed_on: closed } = row
  const age = row.birth_on === null ? undefined : ageOn(row.birth_on, today)
  return {
    child: row.child_id,
    county: row.county_code,
    name: maskName(row.child_name),
    sex: row.sex,
    ...(age === undefined ? {} : { age }),
    township: row.township_name,
    village: row.village,
    school: row.school_name,
    grade: row.grade,
    groups: [...row.groups],
    ...(placedOn !== null && {
      placement: {
        id: row.placement,
        title: row.placement_title,
        from: placedOn,
        is_review_due: review !== null && review <= today,
        ...(review !== null && { review_on: review }),
      },
    }),
    ...(row.care !== '' && {
      care: {
        title: row.care_title,
        may_contact: mayContact && row.until_on === null && closed === null,
        has_phone: row.phone_sealed !== null,
        helper: row.helper,
        is_overdue: due !== null && due < today,
        ...(last !== null && { last_visit_on: last }),
        ...(due !== null && { visit_due_on: due }),
      },
    }),
    registered_on: row.registered_on,
    ...(closed !== null && { closed_on: closed }),
    ...(row.until_on !== null && { held_until: row.until_on }),
  }
}

const basisWords = ({ document, article = '', note = '' }: Basis): string =>
  [`${document}${article}`, note].filter((text) => text !== '').join('；')

/** The rules of the pack, for the page's forms. */
export function presentRules(pack: CarePack, decided: DecidedLimits): CareRules {
  const { title, version, placements, diagnoses } = pack
  const [diagnosis] = diagnoses
  return {
    pack: title,
    version,
    placements: placements.map((kind) => {
      const months = sourcedMonths(kind)
      return {
        id: kind.id,
        title: kind.title,
        needs: [...needsOf(kind)],
        at_home: kind.at_home === true,
        basis: basisWords(kind.basis),
        is_unverified: isUnsourced(kind),
        ...(months !== undefined && { review_months: months }),
      }
    }),
    care: presentIntervals(pack, decided),
    ...(diagnosis !== undefined && {
      diagnosis: {
        title: diagnosis.title,
        items: diagnosis.items.map(({ id, title, required }) => ({ id, title, required: required === true })),
        readers: diagnosis.readers.map(({ line, post }) => `${line}的${post}`),
      },
    }),
  }
}
