import { listNames, type NameAt, type PackPlan, planPack } from '@eduduty/core/evaluation'
import { functionNotes } from '@eduduty/core/formula'
import type { DraftNames, NameEntry, Pack } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { initialsOf } from '../../platform/initials.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

const types: Readonly<Record<NameAt['type'], string>> = {
  number: '数',
  text: '文字',
  truth: '是/否',
  date: '日期',
  list: '列表',
}

const plans = new WeakMap<Pack, PackPlan>()

/** The formulas of a draft, planned once for the same content. */
export function planOf(pack: Pack): PackPlan {
  const plan = plans.get(pack) ?? planPack(pack)
  plans.set(pack, plan)
  return plan
}

/** What may be written in a formula at a place of a draft; while the draft cannot be read, the functions alone. Errors: `pack.draft_not_found`. */
export async function listDraftNames({ db }: Pick<Ctx, 'db'>, key: DraftKey, place: string): Promise<DraftNames> {
  await getDraft(db, key)
  const { reading } = await readDrafted(db, await readDraftFiles(db, key))
  const functions = functionNotes().map(({ title, example, meaning }) => ({
    title,
    initials: initialsOf(title),
    note: meaning,
    example,
  }))
  if (reading.loaded === undefined) return { scalars: [], rowsets: [], functions }
  const { scalars, rowsets } = listNames(planOf(reading.loaded.pack), place)
  return {
    scalars: scalars.map(entryOf),
    rowsets: rowsets.map(({ title, columns }) => ({
      title,
      initials: initialsOf(title),
      note: '一组记录',
      columns: columns.map(entryOf),
    })),
    functions,
  }
}

const entryOf = ({ title, type, unit }: NameAt): NameEntry => ({
  title,
  initials: initialsOf(title),
  note: unit === undefined ? types[type] : `${types[type]}，${unit}`,
})
