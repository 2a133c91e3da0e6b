import { fullAreaCode, isCreditCode, isSchoolCode, type UnitKind } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'

/**
 * A unit's official code: of a school its 学校标识码, of a government its area code, of others an area code or a
 * 统一社会信用代码. Only governments must have one. Errors: `organizations.code_invalid`.
 */
export function assertUnitCode(kind: UnitKind, code: string): void {
  const reason = faultOf(kind, code)
  if (reason !== undefined) throw new AppError('organizations.code_invalid', { code, reason })
}

function faultOf(kind: UnitKind, code: string): string | undefined {
  switch (kind) {
    case 'government':
      return /^(?!00)\d{6}$/.test(code) ? undefined : '应是省、市、县的 6 位行政区划代码'
    case 'school':
    case 'kindergarten':
      return code === '' || isSchoolCode(code) ? undefined : '学校标识码应是 10 位数字'
    case 'department':
    case 'township':
    case 'inspection_area':
      return code === '' || fullAreaCode(code) !== undefined || isCreditCode(code)
        ? undefined
        : '应是区划代码（6、9 或 12 位数字），或校验码无误的 18 位统一社会信用代码'
  }
}
