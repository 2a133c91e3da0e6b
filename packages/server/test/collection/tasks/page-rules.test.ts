import { TaskRules } from '@eduduty/core/collection'
import { prepareRules, type RuleOutcome, type TypedRow } from '@eduduty/core/consistency'
import fc from 'fast-check'
import fastify from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { checkTask } from '../../../src/collection/entry/check-task.ts'
import { readRules } from '../../../src/collection/entry/read-rules.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { formColumns } from '../../../src/collection/tasks/form-columns.ts'
import { getTask, lockTask } from '../../../src/collection/tasks/get-task.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { type Desk, deskOf } from './desk.ts'

onBothEngines((database, engine) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  const keyring = testKeyring()
  beforeAll(async () => {
    open = await openCollecting(database(), engine === 'embedded' ? '990810' : '990811')
    desk = deskOf(database(), open)
    await desk.typeAll()
  })

  /** As both tell them: what, where, in which words. */
  const told = (findings: RuleOutcome['findings']) =>
    findings
      .map(({ check, columns, severity, message, left, right }) => ({ check, columns, severity, message, left, right }))
      .toSorted((a, b) => `${a.check} ${a.columns.join()}`.localeCompare(`${b.check} ${b.columns.join()}`))

  const readForm = () =>
    desk.fill(async (ctx) => {
      const rules = await readRules(ctx, open.key, keyring)
      const { rows } = await readTask(ctx, { ...open.key, from: 0, size: 5 }, { grants: [], keyring })
      const { row, pack } = await getTask(ctx, open.key)
      return { rules, rows, columns: formColumns(pack, pack.register(row.register)) }
    })

  it('a page finds the same on a form as the server, whatever is typed', async () => {
    const { columns } = await readForm()
    const typed = fc.record({
      column: fc.constantFrom(...columns.filter(({ is_key }) => !is_key).map(({ id }) => id)),
      text: fc.oneof(
        fc.integer({ min: 0, max: 400 }).map(String),
        fc.constantFrom('', '是', '否', '小学', '初中', '错字'),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 6 }), async (changes) => {
        const { rules, rows } = await readForm()
        const { pack } = rules
        if (!rules.is_given || pack === undefined) throw new Error(rules.why)
        const before = { ...rows[0]?.cells, ...rows[0]?.refused }
        const last = new Map(changes.map(({ column, text }) => [column, text]))
        const texts = { ...before, ...Object.fromEntries(last) }
        const form: TypedRow[] = [{ rowNo: rows[0]?.row_no ?? 0, texts }]
        const here = prepareRules({ pack, register: rules.register, year: rules.year, beside: rules.beside })(form)
        const there = await desk.fill(async (ctx) => {
          const was = new Map(Object.entries(before))
          const edits = [...last].map(([column, to]) => ({ row_no: 0, column, from: was.get(column) ?? '', to }))
          await saveCells(ctx, open.key, { edits }, { keyring, way: 'page' })
          const checked = await checkTask(ctx, await lockTask(ctx, open.key), keyring)
          const findings = checked.problems.flatMap((one) =>
            one.kind === 'outlier' ? [] : [{ ...one, kind: one.kind }],
          )
          return { findings, notApplicable: checked.notApplicable, filledCells: checked.filledCells }
        })
        expect(told(here.findings)).toEqual(told(there.findings))
        expect(here.filledCells).toBe(there.filledCells)
        expect([...here.notApplicable.values()]).toEqual([...there.notApplicable.values()])
      }),
      { numRuns: 12 },
    )
  })

  it('arrives whole, and is small enough for an old computer', async () => {
    const { rules } = await readForm()
    const app = fastify()
    app.get('/', { schema: { response: { 200: TaskRules } } }, async () => rules)
    const answer = await app.inject('/')
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(rules)))
    expect(JSON.stringify(rules).length).toBeLessThan(600_000)
    expect(rules.pack?.checks?.length ?? 0).toBeGreaterThan(20)
  })
})
