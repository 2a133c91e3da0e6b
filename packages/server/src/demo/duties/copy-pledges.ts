import { copyPledge } from '../../duties/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Installation } from '../../platform/installation.ts'
import { demoPicture } from '../archive/paper-files.ts'
import { county } from '../county.ts'
import { office, root, year } from './duty-people.ts'

/** Equal bytes are one paper: the pictures of pledges begin where no other picture of the demo can be. */
const PICTURES = 2400
/** Of every so many signed pledges the copy of one is still missing. */
const MISSING = 6

interface Signed {
  readonly pledge_id: string
  readonly party_name: string
  readonly pledge_no: number
}

/** Files the scans of the signed pledges, one after the other, but for a few that are still missing. Gives how many came in now. */
export async function copyPledges(
  { door }: Pick<Installation, 'door'>,
  files: FileStore,
  isStopped: () => boolean,
): Promise<number> {
  const caller = systemCaller('归档演示县责任书的签订本', { scopes: [root], county: county.code, path: root })
  const copying = { door, files, caller, county: county.code, grants: [office.grant], onText: () => {} }
  const signed = await door.read(caller, ({ db }) =>
    db.run<Signed>(
      `select p.pledge_id, p.party_name, p.pledge_no from duties_pledges p
       join duties_plans d on d.county_code = p.county_code and d.plan_id = p.plan_id
       where p.county_code = $1 and d.year = $2 and p.state = 'signed' and p.copy_paper_id is null
       order by p.pledge_no`,
      [county.code, year],
    ),
  )
  const due = signed.filter(({ pledge_no: no }) => no % MISSING !== 0)
  for (const [at, { pledge_id: pledge, party_name: party, pledge_no: no }] of due.entries()) {
    if (isStopped()) return at
    const words = { title: `${party}责任书`, unit: party, documentNo: '', lines: [] }
    const { name, bytes } = demoPicture(words, PICTURES + no)
    await copyPledge(copying, { county: county.code, pledge }, { name, content: once(bytes) })
  }
  return due.length
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
