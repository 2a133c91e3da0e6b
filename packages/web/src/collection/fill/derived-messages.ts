/** Words about values that follow from rosters. */
export const derivedMessages = {
  cell: '与名册对照',
  line: (derived: string, filled: string, difference: string | undefined) =>
    filled === ''
      ? `名册得出 ${derived}，还没有填`
      : `名册得出 ${derived}，已填 ${filled}${difference === undefined ? '' : `，差 ${difference}`}`,
  same: (derived: string) => `名册得出 ${derived}，与已填的一致`,
  take: '采用',
  from: (rosters: string, rows: number) => `取自${rosters}，${rows} 行`,
  roster: (title: string, says: string) => `《${title}》（${says}）`,
  unknown: '名册得不出这一格',
  draft: '名册还没有上报，数可能再变。',
  goRoster: (title: string) => `去填《${title}》`,
  noTask: (title: string) => `《${title}》没有安排上报，请联系督导办。`,
  bar: (differ: number, blank: number) =>
    [differ === 0 ? '' : `${differ} 格与名册不一致`, blank === 0 ? '' : `${blank} 格没有填而名册里有`]
      .filter((part) => part !== '')
      .join('，'),
  barMissing: (cells: number) => `有 ${cells} 格可以从名册得出，名册还没有报`,
  openCount: (cells: number) => `从名册取数（${cells} 格）`,
  title: '从名册取数',
  hint: '采用后写入本表，记入修改经过，可以撤销。两边不一致的，先弄清哪一边错了：名册错的，去改名册。',
  columns: { cell: '栏目', derived: '名册得出', filled: '已填', difference: '已填−名册', basis: '依据' },
  /** As accounts are written: +2, −3. */
  signed: (difference: string) =>
    difference.startsWith('-') ? `−${difference.slice(1)}` : Number(difference) > 0 ? `+${difference}` : difference,
  all: '全选',
  takeAll: (count: number) => `全部采用（${count} 格）`,
  takeSome: (count: number) => `采用选中的 ${count} 格`,
  taken: (count: number) => `已采用 ${count} 格`,
  refused: (count: number) => `${count} 格没有采用：别人刚刚改过，或现在不能改`,
  close: '关闭',
  none: '名册得出的数与已填的全部一致。',
  locked: '现在不能改这张表，只能查看。',
  unknownTitle: (count: number) => `${count} 格得不出`,
  unsaved: (count: number) => `还有 ${count} 格没有保存，请稍等再采用。`,
  blank: '未填',
} as const
