import { IssueLettersBody, LettersIssued, PublishRankingBody, Ranking, YearlySets } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { issueLetters } from '../yearly/issue-letters.ts'
import { listYearly } from '../yearly/list-yearly.ts'
import { nameOfSet, publishRanking } from '../yearly/publish-ranking.ts'
import { rankingFile } from '../yearly/ranking-file.ts'
import { readRanking } from '../yearly/read-ranking.ts'
import { writeLetter, writeLetters } from '../yearly/write-letters.ts'
import { conclude, keyOf, OneAppraisal, read } from './schemas.ts'

const OneYearly = Type.Object(
  {
    county: CountyCode,
    year: Type.Integer({ minimum: 1949, maximum: 2999 }),
    pack: Type.String({ minLength: 1, maxLength: 60 }),
    rating: Type.String({ minLength: 1, maxLength: 40 }),
  },
  strict,
)
const produces = ['application/octet-stream']
const base = '/api/appraisal/yearly/:county/:year/:pack/:rating'

/** 年度考核: all units of one rating and year side by side, and what is sent to them. */
export const yearlyRoutes: RegisterRoutes = (app, deps) => {
  rankingRoutes(app, deps)
  letterRoutes(app, deps)
}

const rankingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/appraisal/yearly',
    { config: read, schema: { summary: '年度考核', response: ok(YearlySets) } },
    (request) => door.read(callerOf(request), (ctx) => listYearly({ ctx, grants: getSignedIn(request).grants })),
  )
  app.get(
    base,
    { config: read, schema: { summary: '年度考核排名', params: OneYearly, response: ok(Ranking) } },
    async (request) => {
      const { grants } = getSignedIn(request)
      const { ranking } = await door.read(callerOf(request), (ctx) => readRanking({ ctx, grants }, request.params))
      return ranking
    },
  )
  app.get(
    `${base}/file`,
    { config: read, schema: { summary: '导出年度考核排名', params: OneYearly, produces, response: ok(Content) } },
    async (request, reply) => {
      const { grants } = getSignedIn(request)
      const { name, content } = await door.write(callerOf(request), async (ctx) => {
        const { ranking } = await readRanking({ ctx, grants }, request.params)
        ctx.audit({ action: 'appraisal.export_ranking', subject: nameOfSet(ranking) })
        return { name: `${nameOfSet(ranking)}排名.xlsx`, content: await rankingFile(ranking, dayOf(ctx.now)) }
      })
      return sendFile(reply, { name, type: mediaTypes.xlsx, content })
    },
  )
  app.post(
    `${base}/publication`,
    {
      config: conclude,
      schema: { summary: '发布年度考核排名', params: OneYearly, body: PublishRankingBody, response: ok(Ranking) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const acting = { ctx, grants: getSignedIn(request).grants }
        await publishRanking(acting, request.params, request.body)
        return (await readRanking(acting, request.params)).ranking
      }),
  )
}

const letterRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    `${base}/letters`,
    {
      config: conclude,
      schema: { summary: '出具考核结果通知书', params: OneYearly, body: IssueLettersBody, response: ok(LettersIssued) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        issueLetters({ ctx, grants: getSignedIn(request).grants }, request.params, request.body),
      ),
  )
  app.get(
    `${base}/letters/files`,
    { config: read, schema: { summary: '下载全部考核结果通知书', params: OneYearly, produces, response: ok(Content) } },
    async (request, reply) => {
      const { grants } = getSignedIn(request)
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        writeLetters({ ctx, grants }, request.params),
      )
      return sendFile(reply, { name, type: 'application/zip', content: bytes })
    },
  )
  app.get(
    '/api/appraisal/appraisals/:county/:appraisal/letter',
    { config: read, schema: { summary: '下载考核结果通知书', params: OneAppraisal, produces, response: ok(Content) } },
    async (request, reply) => {
      const { grants } = getSignedIn(request)
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        writeLetter({ ctx, grants }, keyOf(request.params)),
      )
      return sendFile(reply, { name, type: mediaTypes.docx, content: bytes })
    },
  )
}
