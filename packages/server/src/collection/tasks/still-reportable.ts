/** SQL: a form that is owed can still be handed in; of a closed period only what was returned, or given more time. */
export const stillReportable = "(not is_closed or state = 'returned')"
