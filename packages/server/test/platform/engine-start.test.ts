import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startEngineThread } from '../../src/platform/db/embedded/engine-thread.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

it('an engine that does not come up in time is given up, and the next one opens the folder', async () => {
  const folder = join(temporaryFolder(), 'data')
  await (await openEmbedded(folder)).close()
  const started = startEngineThread({ folder: join(folder, 'database') }, 1)
  await expect(started).rejects.toMatchObject({ code: 'database.lost', params: { reason: '引擎没有在时限内启动' } })
  const db = await openEmbedded(folder)
  expect(await db.run('select 1 as one')).toEqual([{ one: 1 }])
  await db.close()
})
