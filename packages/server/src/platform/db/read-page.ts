import type { Conditions } from './conditions.ts'
import type { Queries } from './database.ts'

interface PageQuery {
  /** What stands between `select` and `from`. */
  readonly columns: string
  /** Tables with their joins, without WHERE. */
  readonly from: string
  readonly conditions: Conditions
  readonly order: string
  /** Parameter with its type, such as `$1::date`, of the day that the columns look at; the count has to name it too. */
  readonly day: string
  /** Counted from 1. */
  readonly page?: number | undefined
  readonly size?: number | undefined
}

interface Page<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** One page of a list, and how long the whole list is. */
export async function readPage<Row>(db: Queries, query: PageQuery): Promise<Page<Row>> {
  const { columns, from, conditions, order, page = 1, size = 50 } = query
  const where = `from ${from} ${conditions.text()}`
  const [count] = await db.run<{ total: number }>(
    `select count(*) as total, ${query.day} as day ${where}`,
    conditions.parameters,
  )
  const rows = await db.run<Row>(
    `select ${columns} ${where} order by ${order}
     limit ${conditions.parameter(size)} offset ${conditions.parameter((page - 1) * size)}`,
    conditions.parameters,
  )
  return { total: count?.total ?? 0, rows }
}
