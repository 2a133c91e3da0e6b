import type { Verb } from './verbs.ts'

/** `system`, `security` and `audit` are the three administrators (三员): they exclude one another and every other duty. */
export type Duty = 'business' | 'system' | 'security' | 'audit'

export interface Role {
  readonly title: string
  readonly duty: Duty
  readonly verbs: readonly Verb[]
}

/** Roles are verbs; which rows they reach is decided by the scope of each grant. */
export const roles = {
  supervisor: {
    title: '督导办',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'reports.sign',
      'evaluation.read',
      'evaluation.comment',
      'evaluation.what_if',
      'evaluation.price',
      'reports.write',
      'packs.read',
      'packs.draft',
      'packs.approve',
      'appraisal.read',
      'appraisal.plan',
      'appraisal.self_rate',
      'appraisal.conclude',
      'appraisal.decide',
      'collection.read',
      'clocks.enter_calendar',
      'collection.plan',
      'collection.review_first',
      'collection.review',
      'clocks.read',
      'organizations.read',
      'organizations.manage',
      'identity.read',
    ],
  },
  leader: {
    title: '分管领导',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.sign',
      'evaluation.read',
      'evaluation.comment',
      'evaluation.what_if',
      'packs.read',
      'appraisal.read',
      'appraisal.decide',
      'collection.read',
      'clocks.read',
      'organizations.read',
      'identity.read',
    ],
  },
  // Verifies what lower governments say of themselves: sees their results and judges them, but none of their data work.
  superior_supervisor: {
    title: '上级督导机构',
    duty: 'business',
    verbs: [
      'reports.read',
      'evaluation.read',
      'evaluation.comment',
      'evaluation.what_if',
      'packs.read',
      'appraisal.read',
      'appraisal.plan',
      'appraisal.conclude',
      'appraisal.decide',
      'clocks.read',
      'organizations.read',
    ],
  },
  inspector: {
    title: '督学',
    duty: 'business',
    verbs: [
      'reports.read',
      'evaluation.read',
      'evaluation.comment',
      'evaluation.what_if',
      'packs.read',
      'appraisal.read',
      'appraisal.rate',
      'collection.read',
      'clocks.read',
      'organizations.read',
    ],
  },
  department_head: {
    title: '部门负责人',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'reports.sign',
      'evaluation.read',
      'evaluation.comment',
      'evaluation.what_if',
      'reports.write',
      'packs.read',
      'appraisal.read',
      'appraisal.self_rate',
      'collection.read',
      'collection.review_first',
      'clocks.read',
      'organizations.read',
      'identity.read',
      'identity.reveal',
    ],
  },
  department_clerk: {
    title: '部门填报员',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'appraisal.read',
      'appraisal.self_rate',
      'collection.read',
      'collection.fill',
      'clocks.read',
      'organizations.read',
    ],
  },
  township_clerk: {
    title: '乡镇经办人',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'appraisal.read',
      'appraisal.self_rate',
      'collection.read',
      'collection.fill',
      'collection.review_first',
      'clocks.read',
      'organizations.read',
      'identity.read',
    ],
  },
  school_head: {
    title: '校长（园长）',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'reports.sign',
      'appraisal.read',
      'appraisal.self_rate',
      'collection.read',
      'collection.fill',
      'clocks.read',
      'organizations.read',
      'identity.read',
      'identity.reveal',
    ],
  },
  school_clerk: {
    title: '学校填报员',
    duty: 'business',
    verbs: [
      'reports.read',
      'reports.draft',
      'appraisal.read',
      'appraisal.self_rate',
      'collection.read',
      'collection.fill',
      'clocks.read',
      'organizations.read',
    ],
  },
  system_admin: {
    title: '系统管理员',
    duty: 'system',
    verbs: [
      'organizations.read',
      'organizations.manage',
      'identity.read',
      'identity.manage',
      'identity.administrators_read',
      'identity.secrets_confirm',
      'desk.status_read',
      'desk.settings_manage',
    ],
  },
  security_admin: {
    title: '安全管理员',
    duty: 'security',
    verbs: [
      'organizations.read',
      'identity.read',
      'identity.grants_read',
      'identity.grants_propose',
      'identity.grants_decide',
      'identity.administrators_read',
      'identity.secrets_issue',
      'identity.secrets_confirm',
      'identity.sessions_manage',
      'identity.settings_manage',
    ],
  },
  auditor: {
    title: '审计管理员',
    duty: 'audit',
    verbs: [
      'organizations.read',
      'identity.read',
      'identity.grants_read',
      'identity.administrators_read',
      'identity.secrets_confirm',
      'audit.read',
      'audit.export',
      'desk.status_read',
    ],
  },
} as const satisfies Readonly<Record<string, Role>>

export type RoleId = keyof typeof roles

export function isRoleId(text: string): text is RoleId {
  return Object.hasOwn(roles, text)
}

export function verbsOf(role: RoleId): readonly Verb[] {
  return roles[role].verbs
}
