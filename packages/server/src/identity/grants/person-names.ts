/** SQL for the name of whoever proposed or decided something; the system is nobody of the county. */
export const personName = (county: string, id: string): string =>
  `coalesce((select n.name from identity_people n where n.county_code = ${county} and n.person_id = ${id}),
     case when ${id} like 'system%' then '系统' when ${id} is null then '' else '（其他单位人员）' end)`
