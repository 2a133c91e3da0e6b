import type { ErrorEntry } from './error-entry.ts'

/** Refusals around signing in, accounts of one's own, the first set-up and sealed values. */
export const signInErrors = {
  'keys.sealed_damaged': {
    status: 500,
    exit: 1,
    says: '加密保存的内容（{column}）无法读出：内容被改动过，或被搬到了别的行。',
    advice: '请不要覆盖它，并请系统管理员从备份核对。',
  },
  'identity.sign_in_refused': {
    status: 401,
    exit: 2,
    says: '登录名或口令不正确。',
    advice: '请检查后重试；还没有启用账号的，请先用启用码启用。连续多次不正确会暂停登录。',
  },
  'identity.totp_needed': {
    status: 401,
    exit: 2,
    says: '还需要动态口令。',
    advice: '请输入验证器上显示的 6 位数字。',
  },
  'identity.totp_refused': {
    status: 401,
    exit: 2,
    says: '动态口令不正确，或已经用过。',
    advice: '请等验证器显示下一组数字后再输入；一直不正确时，请检查手机和服务器的时间。',
  },
  'identity.locked': {
    status: 429,
    exit: 2,
    says: '连续多次登录失败，已暂停登录。',
    advice: '请 {minutes} 分钟后再试；急需使用的，请安全管理员发放启用码重设口令。',
  },
  'identity.slowed': {
    status: 429,
    exit: 2,
    says: '从这里发出的登录尝试过多。',
    advice: '请 {retry_after} 秒后再试。',
  },
  'identity.activation_refused': {
    status: 400,
    exit: 2,
    says: '登录名或启用码不正确，或启用码已经用过、已经过期。',
    advice: '请核对后重试；过期的请安全管理员重新发放。',
  },
  'identity.secret_unconfirmed': {
    status: 409,
    exit: 2,
    says: '这个启用码还没有经另一名管理员确认，暂时不能使用。',
    advice: '请发放人以外的一名管理员在“三员工作台”确认；没有别的管理员时，请在服务器上运行 eduduty account code。',
  },
  'identity.password_refused': {
    status: 400,
    exit: 2,
    says: '新口令不符合要求：{reason}。',
    advice: '请换一个口令。',
  },
  'identity.password_wrong': {
    status: 400,
    exit: 2,
    says: '现在的口令不正确。',
    advice: '请重新输入。连续多次不正确会暂停验证。',
  },
  'identity.totp_draft_stale': {
    status: 400,
    exit: 2,
    says: '这次绑定已经失效，或不是为这个账号准备的。',
    advice: '请重新开始绑定，扫描新的二维码。',
  },
  'identity.demo_account': {
    status: 409,
    exit: 2,
    says: '演示账号没有口令，也不能绑定动态口令。',
    advice: '正式使用时请建立自己的账号。',
  },
  'identity.session_not_found': {
    status: 404,
    exit: 2,
    says: '没有这个会话，或它已经结束。',
    advice: '请刷新列表。',
  },
  'identity.settings_shared': {
    status: 403,
    exit: 2,
    says: '这套系统由几个县共用，安全设置只能由管到全部单位的安全管理员修改。',
    advice: '请与上级单位的安全管理员联系。',
  },
  'identity.set_up_closed': {
    status: 409,
    exit: 2,
    says: '首次设置已经完成，不能再做一次。',
    advice: '请直接登录；人员与授权由管理员在系统里办理。',
  },
  'identity.set_up_refused': {
    status: 403,
    exit: 2,
    says: '设置密码不正确或已失效。',
    advice: '请照程序启动时显示的设置密码输入；超过 24 小时的，请重新启动程序取得新的。',
  },
  'identity.set_up_invalid': {
    status: 400,
    exit: 2,
    says: '设置内容不对：{reason}。',
    advice: '请改正后重试。',
  },
} as const satisfies Record<string, ErrorEntry>
