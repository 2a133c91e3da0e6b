import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whenFree } from '../../src/evaluation/when-free.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const open = (folder: string) => () =>
  openInstallation({ dataDir: join(folder, 'data') }, join(folder, 'keys/keys.json'))

it('a database that another holds is waited for as long as asked, and not longer', async () => {
  const folder = temporaryFolder()
  const holder = await open(folder)()
  await expect(whenFree(open(folder), 0)).rejects.toMatchObject({ code: 'database.locked' })
  const waiting = whenFree(open(folder), 60)
  await holder.close()
  const opened = await waiting
  expect(await opened.db.run('select 1 as one')).toEqual([{ one: 1 }])
  await opened.close()
})

it('another fault is not waited out', async () => {
  let times = 0
  const broken = async (): Promise<never> => {
    times += 1
    throw new Error('broken')
  }
  await expect(whenFree(broken, 60)).rejects.toThrow('broken')
  expect(times).toBe(1)
})
