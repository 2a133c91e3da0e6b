import { FigureChain, OwnResult, OwnRunList } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { getFigureChain } from '../figure-chain.ts'
import { ExcerptView } from '../get-excerpt.ts'
import { FigureAnswer } from '../list-figures.ts'
import { getOwnExcerpt } from './get-own-excerpt.ts'
import { getOwnFigure } from './get-own-figure.ts'
import { getOwnResult } from './get-own-result.ts'
import { listOwnRuns } from './list-own-runs.ts'
import { readOwn } from './own-reader.ts'
import { getOwnFigures } from './own-run.ts'

const text = { minLength: 1, maxLength: 400 } as const
const Run = Type.Object({ run: Type.String({ ...text, description: '评估标识' }) }, strict)
const oneFigure = Type.Object({ run: Type.String(text), figure: Type.String(text) }, strict)
const cell = Type.Object(
  {
    file: Type.String(text),
    sheet: Type.String(text),
    cell: Type.String({ pattern: '^[A-Za-z]{1,3}[1-9][0-9]{0,6}$' }),
  },
  strict,
)
const own = { access: { verb: 'evaluation.own' } } as const

/** What evaluations say of the units of one's own posts: for whoever does not see the whole of them. */
export const ownRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/evaluation/own',
    { config: own, schema: { summary: '本单位有数字的评估', response: ok(OwnRunList) } },
    (request) => readOwn(door, request, async (reader) => ({ runs: await listOwnRuns(reader) })),
  )

  app.get(
    '/api/evaluation/own/:run',
    { config: own, schema: { summary: '一次评估里本单位的数字', params: Run, response: ok(OwnResult) } },
    (request) => readOwn(door, request, (reader) => getOwnResult(reader, request.params.run)),
  )

  app.get(
    '/api/evaluation/own/:run/figures/:figure',
    { config: own, schema: { summary: '本单位一个数字的来历', params: oneFigure, response: ok(FigureAnswer) } },
    (request) => readOwn(door, request, (reader) => getOwnFigure(reader, request.params.run, request.params.figure)),
  )

  app.get(
    '/api/evaluation/own/:run/figures/:figure/chain',
    {
      config: own,
      schema: { summary: '本单位一个数字由哪些数算出、又算出哪些数', params: oneFigure, response: ok(FigureChain) },
    },
    (request) =>
      readOwn(door, request, async (reader) => {
        const { key } = await getOwnFigures(reader, request.params.run)
        return getFigureChain(reader.ctx.db, key, request.params.figure)
      }),
  )

  app.get(
    '/api/evaluation/own/:run/excerpt',
    {
      config: own,
      schema: { summary: '本单位数字的来源单元格及其周围', params: Run, querystring: cell, response: ok(ExcerptView) },
    },
    (request) => readOwn(door, request, (reader) => getOwnExcerpt(reader, request.params.run, request.query, keyring)),
  )
}
