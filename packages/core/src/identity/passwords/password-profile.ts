import type { SecuritySettings } from '../settings/security-settings.ts'

export type PasswordProfile = SecuritySettings['password_profile']

/** What a profile asks of a password. */
export interface PasswordDemands {
  readonly minimum: number
  /** Of the four classes of characters, how many must be there. */
  readonly classes: number
  /** How many former passwords must not come back. */
  readonly former: number
  /** How long it may be used; absent = without limit. */
  readonly days?: number
}

/**
 * @basis dengbao: GB/T 22239-2019 身份鉴别（复杂度、定期更换），长度与天数为常见做法，条文未核对
 * @basis asvs: OWASP ASVS 5.0.0 6.2.1、6.2.5、6.2.10
 */
export const passwordDemands = {
  dengbao: { minimum: 10, classes: 3, former: 5, days: 90 },
  asvs: { minimum: 12, classes: 1, former: 0 },
} as const satisfies Record<PasswordProfile, PasswordDemands>

/** What a profile asks, in one sentence for whoever chooses a password. */
export function describePasswordRule(profile: PasswordProfile): string {
  const never = '不得含登录名、姓名首字母或产品名，不得是常见口令'
  switch (profile) {
    case 'dengbao': {
      const { minimum, classes, former, days } = passwordDemands.dengbao
      return `至少 ${minimum} 位，大写字母、小写字母、数字、符号中至少 ${classes} 种；${never}；不得与最近 ${former} 次相同；每 ${days} 天更换一次。`
    }
    case 'asvs':
      return `至少 ${passwordDemands.asvs.minimum} 位，可以是一句话；${never}。`
  }
}
