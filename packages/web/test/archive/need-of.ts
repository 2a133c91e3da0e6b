import type { NeedPaper, NeedRow } from '@eduduty/core/archive'

/** A need as the server gives it, all of it unremarkable but for `part`. */
export const needOf = (need: string, part: Partial<NeedRow> = {}): NeedRow => ({
  need,
  catalogue: 'c',
  indicator: 'i',
  indicator_no: '1.1',
  indicator_title: '校舍',
  title: '权属资料',
  note: '',
  file_no: '1.1-1',
  unit: 'u1',
  unit_name: '石桥镇中心小学',
  state: 'missing',
  because: '',
  is_overdue: false,
  papers: [],
  ...part,
})

export const paperOf = (paper: string, part: Partial<NeedPaper> = {}): NeedPaper => ({
  paper,
  version: 1,
  title: paper,
  file_name: `${paper}.pdf`,
  media: 'application/pdf',
  unit_name: '石桥镇中心小学',
  is_visible: true,
  is_late: false,
  is_expired: false,
  reason: '',
  lacks: '',
  reviewed_by: '',
  ...part,
})
