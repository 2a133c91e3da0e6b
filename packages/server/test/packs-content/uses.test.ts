import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()

function writePack(id: string, uses: readonly string[], body: string): void {
  mkdirSync(join(folder, id), { recursive: true })
  const using = uses.length === 0 ? '' : `, uses: [${uses.join(', ')}]`
  const head = `pack: { id: ${id}, version: 1.0.0, title: ${id}, issuer: 甲, document: 甲, scope: 县, since: 2020-01-01, licence: CC0-1.0${using} }`
  writeFileSync(join(folder, id, 'pack.yaml'), `${head}\nindicators: []\n${body}\n`)
}

const register = (id: string, title: string, more = ''): string =>
  `registers: [{ id: ${id}, title: ${title}, row_is: 一校, period: 学年, reporter: 学校, columns: [{ id: code, title: 代码, type: text, dimension: school }]${more} }]`

const units = 'dimensions: [{ id: school, title: 学校, kind: unit }]'

test('a pack has the data of the pack it uses before its own, and knows whose each register is', async () => {
  writePack('base', [], `${units}\n${register('form', '填报表')}`)
  writePack('user', ['base'], register('list', '名册'))
  const { loaded, problems } = await readPack(join(folder, 'user'), folder)
  expect(problems).toEqual([])
  expect(loaded?.pack.registers.map(({ id, home }) => [id, home])).toEqual([
    ['form', 'base'],
    ['list', undefined],
  ])
  expect(loaded?.own.registers.map(({ id }) => id)).toEqual(['list'])
})

test('judgements, checks and documents are not lent', async () => {
  const { loaded } = await readPack('duty-registers', folder)
  expect(loaded?.pack.registers.some(({ home }) => home === 'quality-balance-2017')).toBe(true)
  expect(loaded?.pack.indicators).toEqual([])
  expect(loaded?.pack.checks?.map(({ id }) => id)).toEqual(loaded?.own.checks?.map(({ id }) => id))
  expect(loaded?.pack.verdict).toBeUndefined()
})

test('a mistake in a used pack is placed in its own file', async () => {
  writePack('base', [], `${units}\n${register('form', '填报表')}`)
  writePack('user', ['base'], register('list', '名册'))
  const { source } = await readPack(join(folder, 'user'), folder)
  expect(source.place(['registers', 0, 'title']).file).toBe('../base/pack.yaml')
  expect(source.place(['registers', 1, 'title']).file).toBe('pack.yaml')
})

test('a pack is read anew when its text or that of a pack it uses has changed, and only then', async () => {
  const read = async () => (await readPack(join(folder, 'user'), folder)).loaded
  const titles = async () => (await read())?.pack.registers.map(({ title }) => title)
  writePack('base', [], `${units}\n${register('form', '填报表')}`)
  writePack('user', ['base'], register('list', '名册'))
  expect(await titles()).toEqual(['填报表', '名册'])
  expect(await read()).toBe(await read())
  writePack('base', [], `${units}\n${register('form', '报送表')}`)
  expect(await titles()).toEqual(['报送表', '名册'])
  writePack('user', ['base'], register('list', '花名册'))
  expect(await titles()).toEqual(['报送表', '花名册'])
  writePack('user', [], `${units}\n${register('list', '花名册')}`)
  expect(await titles()).toEqual(['花名册'])
})

test.each([
  ['a pack that is not there', () => writePack('user', ['nowhere'], register('list', '名册')), 'used_pack'],
  [
    'packs that use each other',
    () => {
      writePack('base', ['user'], `${units}\n${register('form', '填报表')}`)
      writePack('user', ['base'], register('list', '名册'))
    },
    '循环引用',
  ],
  [
    'a register that says whose it is',
    () => writePack('user', [], `${units}\n${register('list', '名册', ', home: base')}`),
    'home_written',
  ],
])('%s is refused', async (_, write, says) => {
  write()
  const { loaded, problems } = await readPack(join(folder, 'user'), folder)
  expect(loaded).toBeUndefined()
  expect(problems.map(({ code, message }) => `${code} ${message}`).join('\n')).toContain(says)
})
