import {
  PacketConflict,
  SavedCells,
  StatisticsComparison,
  TakeStatisticsBody,
  TaskEntry,
  UploadEntry,
} from '@eduduty/core/collection'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { makePacket } from '../packet/make-packet.ts'
import { receivePacket } from '../packet/receive-packet.ts'
import { compareTaskStatistics } from '../statistics/compare-task.ts'
import { takeStatistics } from '../statistics/take-statistics.ts'
import { fill, OneTask, taskOf } from './schemas.ts'

/** The most that a packet may weigh: it holds one form. */
const packetBytes = 32 * 1024 * 1024
const NameQuery = Type.Object({ name: FileName }, strict)
const Outcome = Type.Object({ upload: UploadEntry, task: TaskEntry, conflicts: Type.Array(PacketConflict) }, strict)
const produces = ['application/octet-stream']

/** Offline packets out and back; workbooks of the statistics to compare with, and to take figures from. */
export const packetRoutes: RegisterRoutes = (app, deps) => {
  takingRoute(app, deps)
  const { door, keyring } = deps
  app.get(
    '/api/collection/tasks/:county/:task/packet',
    { config: fill, schema: { summary: '下载离线包', params: OneTask, produces, response: ok(Content) } },
    async (request, reply) => {
      const key = taskOf(request.params)
      const { name, bytes } = await door.write(callerOf(request), (ctx) => makePacket(ctx, key, keyring))
      return sendFile(reply, { name: `${name}.xlsx`, type: mediaTypes.xlsx, content: bytes })
    },
  )

  // Bytes are taken as they are, and only here.
  takingFiles(app, packetBytes, (inner) => {
    inner.post(
      '/api/collection/tasks/:county/:task/packet',
      {
        config: fill,
        bodyLimit: packetBytes,
        schema: { summary: '传回离线包', params: OneTask, querystring: NameQuery, response: ok(Outcome) },
      },
      async (request) => {
        const file = sentFile(request.query.name, request.body)
        const outcome = await receivePacket(door, callerOf(request), taskOf(request.params), { file, keyring })
        return { ...outcome, conflicts: [...outcome.conflicts] }
      },
    )
    inner.post(
      '/api/collection/tasks/:county/:task/statistics',
      {
        config: fill,
        bodyLimit: packetBytes,
        schema: {
          summary: '与教育事业统计比对',
          params: OneTask,
          querystring: NameQuery,
          response: ok(StatisticsComparison),
        },
      },
      (request) => {
        const file = sentFile(request.query.name, request.body)
        return compareTaskStatistics(door, callerOf(request), taskOf(request.params), file)
      },
    )
  })
}

const takingRoute: RegisterRoutes = (app, { door, keyring }) => {
  app.post(
    '/api/collection/tasks/:county/:task/statistics/cells',
    {
      config: fill,
      // A third more than the file weighs, and what is taken from it.
      bodyLimit: packetBytes * 1.5,
      schema: {
        summary: '采用教育事业统计的数',
        params: OneTask,
        body: TakeStatisticsBody,
        response: ok(SavedCells),
      },
    },
    (request) => takeStatistics(door, callerOf(request), taskOf(request.params), request.body, keyring),
  )
}
