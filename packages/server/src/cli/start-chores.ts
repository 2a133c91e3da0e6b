import { startScrubbing } from '../archive/index.ts'
import { startSweeping } from '../clocks/index.ts'
import { sealOlderFiles } from '../collection/index.ts'
import { copiesOf } from '../platform/files/copy-files.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Installation } from '../platform/installation.ts'

export interface Chores {
  /** Waits for what is under way. */
  stop(): Promise<void>
}

interface Sources {
  readonly files: FileStore
  /** The demo county is shown: its reports are begun on the evaluation that stands there. */
  readonly demo: boolean
}

/**
 * What a server does by itself: limits that have passed, files of the archive, files that an earlier program kept
 * unsealed, and the reports, the year's evaluation, the compared rosters and the city of the demo county, for which nobody has to
 * wait before the first page.
 */
export function startChores(
  installation: Installation,
  { files, demo }: Sources,
  tell: (problem: unknown, words: string) => void,
): Chores {
  const { door, clock, keyring } = installation
  let isStopped = false
  const sweeping = startSweeping(door, clock, (problem) => tell(problem, '期限巡查没有做完，十分钟后再试'))
  const scrubbing = startScrubbing(door, files, copiesOf(files), clock, (problem) =>
    tell(problem, '佐证文件没有巡检完，半小时后再试'),
  )
  const sealing = sealOlderFiles(door, keyring, () => isStopped).catch((problem: unknown) =>
    tell(problem, '以前收下的文件没有全部加密，下次启动再试'),
  )
  const writing = demo
    ? finishDemo(installation, files, () => isStopped).catch((problem: unknown) =>
        tell(problem, '演示县的佐证目录、报告稿、本年评估、名册比对、市级汇总没有做完，下次启动再试'),
      )
    : undefined
  return {
    async stop() {
      isStopped = true
      await Promise.all([sweeping.stop(), scrubbing.stop(), sealing, writing])
    },
  }
}

/** The demo county is read only where it is shown. */
async function finishDemo(installation: Installation, files: FileStore, isStopped: () => boolean): Promise<void> {
  const demo = await import('../demo/index.ts')
  const { refreshCatalogues, seedMatches, seedReports, storeShippedDutyRuns } = demo
  for (const seed of [refreshCatalogues, seedReports, storeShippedDutyRuns, seedMatches])
    if (!isStopped()) await seed(installation)
  if (!isStopped()) await demo.bringVolumes(installation, files, isStopped)
  if (!isStopped()) await demo.copyPledges(installation, files, isStopped)
  if (!isStopped()) await demo.seedCity(installation, isStopped)
}
