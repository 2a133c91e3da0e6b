import { type Static, Type } from 'typebox'

/** The least and most that each number may be set to: nobody can set the lock-out or the time limits looser. */
export const securityBounds = {
  lock_after_failures: { minimum: 3, maximum: 10 },
  lock_minutes: { minimum: 10, maximum: 1440 },
  idle_minutes: { minimum: 5, maximum: 30 },
  absolute_hours: { minimum: 1, maximum: 12 },
  concurrent_sessions: { minimum: 1, maximum: 10 },
  reveals_per_day: { minimum: 1, maximum: 500 },
} as const

/** What an installation decides about signing in. */
export const SecuritySettings = Type.Object(
  {
    password_profile: Type.Union([Type.Literal('dengbao'), Type.Literal('asvs')], {
      description: '口令要求：dengbao 等级保护（复杂度、定期更换），asvs 长口令、不强制更换',
    }),
    hash_profile: Type.Union([Type.Literal('scrypt'), Type.Literal('sm3')], {
      description: '口令散列与加密算法：scrypt 国际算法，sm3 国密算法',
    }),
    lock_after_failures: Type.Integer({ ...securityBounds.lock_after_failures, description: '连续失败几次后锁定' }),
    lock_minutes: Type.Integer({ ...securityBounds.lock_minutes, description: '锁定多少分钟' }),
    idle_minutes: Type.Integer({ ...securityBounds.idle_minutes, description: '多少分钟没有操作后退出' }),
    absolute_hours: Type.Integer({ ...securityBounds.absolute_hours, description: '一次登录最多多少小时' }),
    concurrent_sessions: Type.Integer({ ...securityBounds.concurrent_sessions, description: '一人最多同时登录几处' }),
    reveals_per_day: Type.Integer({
      ...securityBounds.reveals_per_day,
      description: '每人每天最多查看几次证件、电话原文',
    }),
    second_step_for_administrators: Type.Boolean({ description: '管理员须用动态口令' }),
    administrators_apart: Type.Boolean({ description: '系统、安全、审计三员分立' }),
    second_approval: Type.Boolean({ description: '授权与任职须经第二人复核' }),
  },
  { additionalProperties: false },
)
export type SecuritySettings = Static<typeof SecuritySettings>

export const defaultSecuritySettings: SecuritySettings = {
  password_profile: 'dengbao',
  hash_profile: 'scrypt',
  lock_after_failures: 5,
  lock_minutes: 30,
  idle_minutes: 15,
  absolute_hours: 8,
  concurrent_sessions: 3,
  reveals_per_day: 20,
  second_step_for_administrators: false,
  administrators_apart: true,
  second_approval: true,
}

/** Settings from what was kept: what is absent or out of bounds has its default. Cheap: it runs before every request. */
export function parseSecuritySettings(kept: unknown): SecuritySettings {
  const { password_profile, hash_profile, ...held } = defaultSecuritySettings
  const keptOf = (name: string): unknown =>
    typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined
  const number = (name: keyof typeof securityBounds): number => {
    const value = keptOf(name)
    const { minimum, maximum } = securityBounds[name]
    const good = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
    return good ? value : held[name]
  }
  const flag = (name: SecurityFlag): boolean => {
    const value = keptOf(name)
    return typeof value === 'boolean' ? value : held[name]
  }
  return {
    password_profile:
      (['dengbao', 'asvs'] as const).find((one) => one === keptOf('password_profile')) ?? password_profile,
    hash_profile: (['scrypt', 'sm3'] as const).find((one) => one === keptOf('hash_profile')) ?? hash_profile,
    lock_after_failures: number('lock_after_failures'),
    lock_minutes: number('lock_minutes'),
    idle_minutes: number('idle_minutes'),
    absolute_hours: number('absolute_hours'),
    concurrent_sessions: number('concurrent_sessions'),
    reveals_per_day: number('reveals_per_day'),
    second_step_for_administrators: flag('second_step_for_administrators'),
    administrators_apart: flag('administrators_apart'),
    second_approval: flag('second_approval'),
  }
}

type SecurityFlag = 'second_step_for_administrators' | 'administrators_apart' | 'second_approval'
