/** Columns of a need's shape for a query that groups by need; `day` is the parameter of today. */
export function shapeColumns(day: string): string {
  const sound = 'not l.is_withdrawn and not l.is_damaged'
  const valid = `${sound} and coalesce(l.valid_until >= ${day}::date, true)`
  const any = (condition: string): string => `coalesce(bool_or(${condition}), false)`
  return `n.waived_reason is not null as waived, n.spared_because is not null as spared, ${any(sound)} as sound,
    ${any(`${valid} and l.verdict = 'sufficient'`)} as sufficient, ${any(`${valid} and l.verdict is null and l.lacks = ''`)} as unread,
    ${any(`${valid} and (l.verdict = 'insufficient' or l.verdict is null and l.lacks <> '')`)} as insufficient`
}
