import type { ErrorEntry } from './error-entry.ts'

/** Refusals around people, accounts, tenures and grants. */
export const peopleErrors = {
  'identity.not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这个{what}。',
    advice: '请刷新页面，从列表中重新选择。',
  },
  'identity.id_number_invalid': {
    status: 400,
    exit: 2,
    says: '身份证件号码不对：{reason}。',
    advice: '请对照证件逐位核对后重新填写。',
  },
  'identity.phone_invalid': {
    status: 400,
    exit: 2,
    says: '电话号码不对。',
    advice: '请填 11 位手机号码，或带区号的固定电话。',
  },
  'identity.id_number_taken': {
    status: 409,
    exit: 2,
    says: '这个身份证件号码已登记过一个人员。',
    advice: '请按证件号码查找该人员；同一个人不要重复建立。',
  },
  'identity.row_invalid': { status: 400, exit: 2, says: '填写有误：{reason}。', advice: '请改正这一行后重新粘贴。' },
  'identity.login_name_taken': {
    status: 409,
    exit: 2,
    says: '登录名 {name} 已被使用。',
    advice: '请换一个登录名，例如在后面加上数字。',
  },
  'identity.account_exists': {
    status: 409,
    exit: 2,
    says: '{name} 已有账号。',
    advice: '每人一个账号；忘记口令时请安全管理员发放启用码。',
  },
  'identity.account_disabled': {
    status: 409,
    exit: 2,
    says: '{name} 的账号已停用。',
    advice: '请系统管理员先启用账号，再发放启用码。',
  },
  'identity.own_account': {
    status: 409,
    exit: 2,
    says: '不能改变自己账号的状态，也不能给自己发放启用码。',
    advice: '请另一名管理员办理。',
  },
  'identity.own_post': {
    status: 409,
    exit: 2,
    says: '不能为自己任职或授权，也不能复核与自己有关的提议。',
    advice: '请另一名安全管理员办理。',
  },
  'identity.own_proposal': {
    status: 409,
    exit: 2,
    says: '不能复核自己提出的事项。',
    advice: '请另一名安全管理员复核；提错了可以撤回。',
  },
  'identity.others_proposal': {
    status: 409,
    exit: 2,
    says: '只能撤回自己提出的事项。',
    advice: '对别人提出的事项，请复核时填写“不同意”。',
  },
  'identity.already_decided': {
    status: 409,
    exit: 2,
    says: '这件事项已经处理过了。',
    advice: '请刷新页面查看结果。',
  },
  'identity.not_in_force': {
    status: 409,
    exit: 2,
    says: '这件事项没有生效，或已经结束。',
    advice: '请刷新页面查看现在的状态。',
  },
  'identity.reason_missing': {
    status: 400,
    exit: 2,
    says: '不同意时要写明意见。',
    advice: '请填写意见后再提交，提出人会看到。',
  },
  'identity.period_invalid': {
    status: 400,
    exit: 2,
    says: '起止日期不对：{reason}。',
    advice: '请改正日期后重试；截止日期当天仍然有效。',
  },
  'identity.post_taken': {
    status: 409,
    exit: 2,
    says: '岗位“{post}”在这段时间已由 {name} 任职。',
    advice: '换人请用“交接”，请假请用“代理”；需要几个人的，请设几个岗位。',
  },
  'identity.kept_apart': {
    status: 409,
    exit: 2,
    says: '三员分立：{name} 会同时担任{one}与{other}。',
    advice: '请换一个人，或先结束其中一项，两项的时间不能重叠。',
  },
  'identity.people_meet': {
    status: 409,
    exit: 2,
    says: '三员分立不能启用：现有人员身兼两职，{people}。',
    advice: '请先为他们结束其中一项任职或收回其中一项授权，再启用三员分立。',
  },
  'identity.last_administrator': {
    status: 409,
    exit: 2,
    says: '这是最后一名在用的{duty}，不能停用、结束或调离。',
    advice: '请先让另一人担任{duty}并启用其账号，再办理。',
  },
  'identity.administrator_scope': {
    status: 400,
    exit: 2,
    says: '系统、安全、审计管理员的范围要覆盖整个县（市、省）。',
    advice: '请选择县（市、省）一级作为范围。',
  },
  'identity.reveal_quota': {
    status: 429,
    exit: 2,
    says: '今天查看原文的次数已到上限（{limit} 次）。',
    advice: '请明天再查看；确因工作需要提高上限的，请联系安全管理员。',
  },
  'identity.nothing_to_reveal': {
    status: 404,
    exit: 2,
    says: '这名人员没有登记这项号码。',
    advice: '请先登记号码。',
  },
} as const satisfies Record<string, ErrorEntry>
