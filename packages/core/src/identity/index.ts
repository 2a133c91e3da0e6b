export { dayAfter, dayBefore, dayOf } from '../calendar/index.ts'
export {
  checkDigitOf,
  type IdNumber,
  type IdNumberFault,
  isCivilDate,
  normaliseIdNumber,
  parseIdNumber,
} from '../codes/index.ts'
export { DelegationEntry, DelegationList, DelegationState, NewDelegation } from './delegations/contracts.ts'
export { type PassedOn, passOn } from './delegations/pass-on.ts'
export { findExclusion } from './exclusions.ts'
export {
  AccessAnswer,
  AccessEntry,
  AccessQuery,
  AdministratorDesk,
  PersonAccess,
  WaitingSecret,
} from './grants/access-contracts.ts'
export {
  type AppointmentStatus,
  appointmentStatuses,
  Decide,
  DecideSecret,
  EndOn,
  GrantEntry,
  GrantFilter,
  GrantList,
  HandOver,
  Outcome,
  PostEntry,
  PostFilter,
  PostList,
  ProposeGrant,
  ProposeTenure,
  TenureEntry,
  TenureFilter,
  TenureList,
} from './grants/contracts.ts'
export {
  type AdministratorDuty,
  findLostDuty,
  findMeeting,
  type GrantTime,
  type Holding,
  holdingsOf,
  type Meeting,
  type TenureTime,
} from './grants/holdings.ts'
export { intersect, isInForce, overlap, type Period } from './grants/period.ts'
export { checkPassword, type PasswordOwner } from './passwords/check-password.ts'
export {
  describePasswordRule,
  type PasswordDemands,
  type PasswordProfile,
  passwordDemands,
} from './passwords/password-profile.ts'
export {
  AccountStatus,
  AddAccount,
  AddPerson,
  accountStatuses,
  ChangeAccount,
  ChangePerson,
  IssuedSecret,
  IssueSecret,
  MovePerson,
  PeopleFilter,
  PersonDetail,
  PersonEntry,
  PersonList,
  PersonPost,
  Reveal,
  Revealed,
  reasonText,
} from './people/contracts.ts'
export { ImportedPeople, ImportedPeopleFile, ImportPeople, PastedPerson } from './people/import-contracts.ts'
export { isShownInFull, maskIdNumber, maskName, maskPhone, type PersonalData, shownInFull } from './people/masks.ts'
export { peopleRegister, personOfRow } from './people/people-register.ts'
export type { PersonField } from './people/person-headings.ts'
export { isPhone, normalisePhone } from './people/phone.ts'
export { readPasted } from './people/read-pasted.ts'
export { type GrantInForce, rulesFor, scopesFor, verbsIn } from './permission.ts'
export { type Duty, isRoleId, type Role, type RoleId, roles, verbsOf } from './roles.ts'
export { SessionView } from './session-view.ts'
export { ChangeSettings } from './settings/contracts.ts'
export { findFirstDuty } from './settings/first-duty.ts'
export {
  defaultSecuritySettings,
  parseSecuritySettings,
  SecuritySettings,
  securityBounds,
} from './settings/security-settings.ts'
export { isSessionOver } from './settings/session-limits.ts'
export {
  Activation,
  ChangePassword,
  ConfirmTotp,
  DemoSignIn,
  EndSession,
  OwnAccount,
  OwnSession,
  ProvePassword,
  SessionEntry,
  SessionList,
  SignIn,
  TotpDraft,
} from './sign-in/contracts.ts'
export {
  findSetUpFault,
  SetUp,
  SetUpDone,
  type SetUpPost,
  setUpPostNames,
  setUpPosts,
} from './sign-in/set-up-contracts.ts'
export { isOwnUnitVerb, isVerb, type Verb, verbs } from './verbs.ts'
