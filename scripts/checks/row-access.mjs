/** Statements that leave something on a session which the next caller is lent. */
const lasting = [
  [
    /(^|['"`;]\s*)set\s+(?!local\b|constraints\b)(session\s+)?[a-z_.]+(\s|=)/im,
    '不得用 SET 而不加 LOCAL：会留在连接上',
  ],
  [/(^|['"`;]\s*)(reset\s+role|set\s+session\s+authorization)/im, '不得 RESET ROLE：会越过行级访问控制'],
  [/\bset_config\s*\(/i, '不得用 set_config：不会传到分布式数据库的各节点，请用 SET LOCAL'],
]

/** What has to do with the database itself and with nobody's rows; everything else goes through the door. */
const besideTheDoor = [
  'packages/server/src/platform/',
  'packages/server/src/cli/',
  'packages/server/src/desk/',
  'packages/server/src/packs/install',
  'packages/server/src/packs/install-missing-tables.ts',
  'packages/server/src/formula/run-in-database.ts',
  'packages/server/src/audit/run-verify-command.ts',
]

const bareSession = /platform\/db\/(connection|database|open-database|embedded\/|server\/)/

/** Row access holds only for what is asked inside a confined transaction. */
export function checkRowAccess(sources) {
  return sources
    .filter(({ name, generated }) => name.startsWith('packages/server/src/') && !generated)
    .flatMap((source) => [...lastingSettings(source), ...bareSessions(source)])
}

function lastingSettings({ name, text }) {
  if (name.startsWith('packages/server/src/platform/db/')) return []
  return lasting.filter(([pattern]) => pattern.test(text)).map(([, says]) => `${name} ${says}`)
}

function bareSessions({ name, text }) {
  if (besideTheDoor.some((place) => name.startsWith(place))) return []
  const imports = text.match(/^import[^;]*?from '[^']+'/gm) ?? []
  return imports
    .filter(
      (line) => bareSession.test(line) && /\b(Database|withConnection|open[A-Z]\w*)\b/.test(line.split('from')[0]),
    )
    .map(() => `${name} 业务数据只能经 Door 读写，不得直接使用数据库连接`)
}
