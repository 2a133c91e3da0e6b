import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findMistakes } from '../../src/packs/find-mistakes.ts'
import { readPack } from '../../src/packs/index.ts'

const folder = join(process.cwd(), 'packs')

/** What `eduduty pack validate` asks of everybody's packs holds for those that come with the program. */
test.each(readdirSync(folder))('%s has no mistakes', async (id) => {
  const reading = await readPack(join(folder, id), process.cwd())
  if (reading.loaded === undefined) throw new Error(JSON.stringify(reading.problems))
  const errors = findMistakes(reading, reading.loaded).filter(({ warning }) => !warning)
  expect(errors.map(({ code, message }) => `${code}：${message}`)).toEqual([])
})
