import { chinaTime } from '../calendar/index.ts'

/** What the verifier of a chain can find. `note`: to be explained, no proof of tampering. */
export const findingKinds = {
  edited: { title: '内容被改动', severity: 'wrong', advice: '请封存数据库与密钥，查明谁能直接改动数据库。' },
  restamped: { title: '时间被改动', severity: 'wrong', advice: '请封存数据库与密钥，查明谁能直接改动数据库。' },
  deleted: { title: '记录被删除', severity: 'wrong', advice: '请从备份中找回缺少的记录，查明谁能直接改动数据库。' },
  inserted: { title: '插入了伪造的记录', severity: 'wrong', advice: '这条记录不可采信；请查明谁能直接改动数据库。' },
  reordered: { title: '记录被调换位置', severity: 'wrong', advice: '请封存数据库与密钥，查明谁能直接改动数据库。' },
  time_backwards: {
    title: '时间倒退',
    severity: 'wrong',
    advice: '鉴别码无误而时间倒退，说明当时服务器时钟被调慢；请核对时钟调整的记录。',
  },
  truncated: { title: '尾部被截去', severity: 'wrong', advice: '请从备份中找回缺少的记录，查明谁能直接改动数据库。' },
  head_mismatch: {
    title: '链首与末条不符',
    severity: 'wrong',
    advice: '链首登记的末条与实际末条不同；请查明谁能直接改动数据库。',
  },
  chain_missing: {
    title: '审计链不见了',
    severity: 'wrong',
    advice: '如果刚从更早的备份恢复，请核对恢复的时间与经手人；否则请封存数据库。',
  },
  behind_checkpoints: {
    title: '数据库比检查点旧',
    severity: 'wrong',
    advice:
      '库外的检查点记着更新的记录。如果刚从旧备份恢复或换用了旧目录，请核对恢复的时间与经手人；否则就是尾部被截去。',
  },
  rewritten: {
    title: '截去后重新追加',
    severity: 'wrong',
    advice: '这些序号上现在的记录与当时检查点所记的不是同一条。如果其间从旧备份恢复过，请核对恢复的时间与经手人。',
  },
  chain_replaced: {
    title: '整条链被换掉',
    severity: 'wrong',
    advice: '检查点属于另一条链。如果有意新建了数据库，请让它使用新的密钥目录，并封存原来的检查点。',
  },
  no_checkpoints: {
    title: '没有检查点',
    severity: 'wrong',
    advice: '没有库外的检查点就不能排除尾部被截去；请找回检查点文件，或用 --checkpoints 指定它。',
  },
  checkpoint_forged: { title: '检查点签名不对', severity: 'wrong', advice: '检查点文件被改动过，或属于另一套密钥。' },
  restored: {
    title: '从备份恢复过',
    severity: 'note',
    advice: '恢复之前的这些记录已不在库中；请凭恢复记录核对时间与经手人，并另行保存旧检查点。',
  },
  checkpoint_torn: {
    title: '检查点文件有残缺的行',
    severity: 'note',
    advice: '断电或磁盘写满时会留下残行，其余各行照常有效；不是这些情况的，请查明谁动过这个文件。',
  },
} as const satisfies Readonly<Record<string, { title: string; severity: 'wrong' | 'note'; advice: string }>>

export type FindingKind = keyof typeof findingKinds

/** One thing the verifier found, and where. */
export interface ChainFinding {
  readonly county: string
  readonly kind: FindingKind
  /** First event concerned; absent when the whole chain is. */
  readonly from?: number
  /** Last event concerned, when it is more than one. */
  readonly to?: number
  /** ISO, UTC: when the event says it happened, or the checkpoint was made. */
  readonly at?: string
  /** Further particulars, in Chinese. */
  readonly more?: string
}

/** `130402 第 17 条（2026-09-01 08:00:00）：内容被改动`. */
export function findingSentence(finding: ChainFinding): string {
  const { county, kind, from, to, at, more } = finding
  const place = from === undefined ? '' : ` 第 ${from}${to === undefined || to === from ? '' : `–${to}`} 条`
  const when = at === undefined ? '' : `（${chinaTime(at)}）`
  return `${county}${place}${when}：${findingKinds[kind].title}${more === undefined ? '' : `，${more}`}`
}
