/** SQL for the name of whoever proposed or decided something; the system is nobody of the county. */
export const personName = (county: string, id: string): string =>
  `coalesce((select n.name from identity_people n where n.county_code = ${county} and n.person_id = ${id}),
     case when ${id} like 'system%' then '系统' when ${id} is null then '' else '（其他单位人员）' end)`

/** SQL for a unit's name on a day. */
export const unitName = (county: string, unit: string, day: string): string =>
  `coalesce((select v.name from organizations_unit_versions v where v.county_code = ${county} and v.unit_id = ${unit}
     and v.since <= ${day} and (v.until is null or ${day} < v.until) limit 1), '')`

/** SQL for being in force on a day. */
export const inForce = (table: string, day: string): string =>
  `${table}.status = 'approved' and ${table}.since <= ${day} and (${table}.until is null or ${day} < ${table}.until)`
