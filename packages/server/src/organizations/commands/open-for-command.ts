import { areaPath } from '@eduduty/core/organizations'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import {
  chooseAudit,
  chooseKeyFile,
  chooseStorage,
  type Installation,
  openInstallation,
} from '../../platform/installation.ts'
import type { Io } from '../../platform/io.ts'
import type { ParsedOptions } from '../../platform/parse-options.ts'

export const storageOptions = { data: 'text', keys: 'text', county: 'text' } as const

/** The installation that the options name. */
export function openForCommand(options: ParsedOptions, io: Io): Promise<Installation> {
  const storage = chooseStorage(options.text('data'), io)
  return openInstallation(storage, chooseKeyFile(options.text('keys'), storage, io), chooseAudit(io))
}

/** Whoever may run commands on the computer works in the county that is named. */
export function callerFor(options: ParsedOptions, purpose: string): Caller & { readonly county: string } {
  const county = options.text('county') ?? ''
  if (!/^(?!00)\d{6}$/.test(county)) {
    const reason =
      county === '' ? '请用 --county 给出行政区划代码（6 位）' : `行政区划代码 ${county} 不对，应是 6 位数字`
    throw new AppError('command.usage', { command: 'organizations', reason })
  }
  const path = areaPath(county)
  return { ...systemCaller(purpose, { scopes: [path], county, path }), county }
}
