/** SQL: a submission whose rows count. One that is still being loaded does not yet, one that another replaced no more. */
export const counts = (submission: string): string => `${submission}.status not in ('superseded', 'loading')`
