import { type Static, Type } from 'typebox'

/** Where a required material stands, computed from its papers, their reviews and the day. */
export const NeedState = Type.Union([
  Type.Literal('missing'),
  Type.Literal('unread'),
  Type.Literal('weak'),
  Type.Literal('expired'),
  Type.Literal('ready'),
  Type.Literal('waived'),
  Type.Literal('spared'),
])
export type NeedState = Static<typeof NeedState>

export const needStateTitles: Readonly<Record<NeedState, string>> = {
  missing: '缺',
  unread: '待审',
  weak: '不充分',
  expired: '过期',
  ready: '齐全',
  waived: '不需要',
  spared: '不适用',
}

/** What kind of paper it is, as archives sort them. */
export const PaperKind = Type.Union([
  Type.Literal('document'),
  Type.Literal('minutes'),
  Type.Literal('roster'),
  Type.Literal('ledger'),
  Type.Literal('photo'),
  Type.Literal('plan'),
  Type.Literal('pledge'),
  Type.Literal('proof'),
  Type.Literal('other'),
])
export type PaperKind = Static<typeof PaperKind>

export const paperKindTitles: Readonly<Record<PaperKind, string>> = {
  document: '文件',
  minutes: '会议纪要',
  roster: '名册',
  ledger: '台账',
  photo: '照片',
  plan: '方案',
  pledge: '责任书',
  proof: '票据证明',
  other: '其他',
}

/** State secrets do not belong here at all. */
export const Secrecy = Type.Union([Type.Literal('public'), Type.Literal('internal'), Type.Literal('sensitive')])
export type Secrecy = Static<typeof Secrecy>

export const secrecyTitles: Readonly<Record<Secrecy, string>> = {
  public: '公开',
  internal: '内部',
  sensitive: '内部敏感',
}

/** How long a paper is kept, as offices sort their documents (国家档案局令第 8 号). */
export const Retention = Type.Union([Type.Literal('permanent'), Type.Literal('years_30'), Type.Literal('years_10')])
export type Retention = Static<typeof Retention>

export const retentionTitles: Readonly<Record<Retention, string>> = {
  permanent: '永久',
  years_30: '30年',
  years_10: '10年',
}

/** What persons' data a paper holds. */
export const PersonalClass = Type.Union([
  Type.Literal('none'),
  Type.Literal('personal'),
  Type.Literal('sensitive'),
  Type.Literal('minors'),
])
export type PersonalClass = Static<typeof PersonalClass>

export const personalClassTitles: Readonly<Record<PersonalClass, string>> = {
  none: '无个人信息',
  personal: '一般个人信息',
  sensitive: '敏感个人信息',
  minors: '未成年人信息',
}

/** What a reviewer thinks of a paper for one need. */
export const ReviewVerdict = Type.Union([Type.Literal('sufficient'), Type.Literal('insufficient')])
export type ReviewVerdict = Static<typeof ReviewVerdict>

export const reviewVerdictTitles: Readonly<Record<ReviewVerdict, string>> = {
  sufficient: '充分',
  insufficient: '不充分',
}

/** What can be done with a paper or a need. */
export const ArchiveDeed = Type.Union([
  Type.Literal('upload'),
  Type.Literal('replace'),
  Type.Literal('describe'),
  Type.Literal('withdraw'),
  Type.Literal('link'),
  Type.Literal('unlink'),
  Type.Literal('review'),
  Type.Literal('request'),
  Type.Literal('waive'),
  Type.Literal('unwaive'),
])
export type ArchiveDeed = Static<typeof ArchiveDeed>

export const archiveDeedTitles: Readonly<Record<ArchiveDeed, string>> = {
  upload: '上传',
  replace: '换新版',
  describe: '修改材料信息',
  withdraw: '撤下',
  link: '用于要求',
  unlink: '取消使用',
  review: '审核',
  request: '催交',
  waive: '标为不需要',
  unwaive: '恢复需要',
}

/** How a paper stands by itself, whatever it is used for: what the best of its reviews says, unless it no longer counts. */
export const PaperStanding = Type.Union([
  Type.Literal('unread'),
  Type.Literal('sufficient'),
  Type.Literal('insufficient'),
  Type.Literal('expired'),
  Type.Literal('withdrawn'),
])
export type PaperStanding = Static<typeof PaperStanding>
