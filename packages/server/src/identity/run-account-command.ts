import { chinaMinute } from '@eduduty/core/calendar'
import type { IssuedSecret } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { systemCaller } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { openNamedInstallation } from '../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { issueSecret } from './people/issue-secret.ts'
import { findAccount, tidyLoginName } from './sign-in/find-account.ts'

const purpose = '在服务器上发放启用码'

/**
 * `eduduty account code LOGIN`: a one-time code from whoever may run commands on the server, for when nobody is left who
 * could issue or confirm one. It needs no second person, and stands in the audit log as issued by the system.
 */
export async function runAccountCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('account', argv, { data: 'text', keys: 'text', reason: 'text', json: 'flag' })
  const [verb, login] = options.positionals
  if (verb !== 'code') throw usage(verb === undefined ? '请说明要做什么：code' : `没有 account ${verb} 这个操作：code`)
  if (login === undefined) throw usage('请给出登录名')
  const reason = options.text('reason')?.trim() ?? ''
  if (reason.length < 2) throw usage('请用 --reason 写明原因，记入审计')
  const installation = await openNamedInstallation(options, io)
  try {
    const { door } = installation
    const account = await findAccount(door, tidyLoginName(login), { requestId: '', address: '' })
    if (account === undefined) throw new AppError('identity.not_found', { what: '登录名' })
    const { county, personId } = account
    const path = areaPath(county)
    const caller = systemCaller(purpose, { scopes: [path], county, path })
    const issued = await door.write(caller, (ctx) =>
      issueSecret(ctx, { county, personId }, { reason, confirmedBy: 'command_line' }),
    )
    if (options.has('json')) writeJson(io, issued)
    else io.stdout.write(issuedText(issued))
    return exitCodes.done
  } finally {
    await installation.close()
  }
}

const usage = (reason: string): AppError => new AppError('command.usage', { command: 'account', reason })

function issuedText({ login_name, code, expires_at }: IssuedSecret): string {
  return [
    `登录名 ${login_name} 的一次性启用码：${code}`,
    `有效至 ${chinaMinute(expires_at)}，用一次即失效；原来的启用码作废，原来的口令在启用前仍然有效。`,
    '请当面交给本人，由本人在登录页“用启用码启用账号、重设口令”处自己设置口令。这次发放已记入审计。',
    '',
  ].join('\n')
}
