import { type Static, type TSchema, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Instant = Type.String({ description: 'ISO 时间，UTC' })
const Bytes = Type.Integer({ minimum: 0 })

export const BackupEntry = Type.Object(
  {
    name: Type.String({ description: '文件名，含备份时间' }),
    bytes: Bytes,
    created_at: Instant,
    check: Type.Union([Type.Literal('good'), Type.Literal('changed'), Type.Literal('unchecked')], {
      description: 'good 写完后核验完好；changed 核验之后文件变了；unchecked 没有核验记录',
    }),
    rows: orNull(Type.Integer({ description: '备份的行数' })),
  },
  strict,
)
export type BackupEntry = Static<typeof BackupEntry>

export const BackupList = Type.Object(
  {
    folder: orNull(Type.String({ description: '备份所在文件夹；空为不能由本页备份' })),
    keep_days: Type.Integer({ description: '旧备份保留多少个有备份的日子' }),
    backups: Type.Array(BackupEntry),
  },
  strict,
)
export type BackupList = Static<typeof BackupList>

/** How many days with backups are kept. */
export const ChangeKeepDays = Type.Object(
  { keep_days: Type.Integer({ minimum: 1, maximum: 365, description: '保留多少个有备份的日子' }) },
  strict,
)
export type ChangeKeepDays = Static<typeof ChangeKeepDays>

const DatabaseStatus = Type.Object(
  {
    kind: Type.Union([Type.Literal('memory'), Type.Literal('embedded'), Type.Literal('server')]),
    version: Type.String({ description: '引擎版本' }),
    place: Type.String(),
    durability: Type.Boolean({ description: '断电安全' }),
    durability_reason: Type.String(),
    row_access: Type.String({ description: '行级访问控制由谁保证' }),
    bytes: orNull(Bytes),
    log_bytes: orNull(Bytes),
    checkpoint_at: orNull(Instant),
    vacuum_at: orNull(Instant),
    settings: Type.Array(
      Type.Object(
        { name: Type.String(), value: Type.String(), remark: Type.Optional(Type.String({ description: '后果' })) },
        strict,
      ),
    ),
  },
  strict,
)

export const SystemStatus = Type.Object(
  {
    program_version: Type.String(),
    started_at: Instant,
    server_time: Instant,
    database: DatabaseStatus,
    disk: orNull(Type.Object({ free_bytes: Bytes, total_bytes: Bytes }, strict)),
    sessions: Type.Integer({ description: '本人范围内的在线会话' }),
    keys: Type.Array(Type.Object({ id: Type.String(), fingerprint: Type.String(), current: Type.Boolean() }, strict)),
    audit: Type.Object(
      {
        events: Type.Integer({ description: '本人范围内的审计记录' }),
        last_at: orNull(Instant),
        checkpoint_file: orNull(Type.String()),
        checkpoint_at: orNull(Instant),
      },
      strict,
    ),
    files: Type.Optional(
      Type.Object(
        {
          folder: Type.String(),
          copies: Type.String({ description: '备份时另存一份的文件夹' }),
          versions: Type.Integer({ description: '本人范围内的佐证文件' }),
          bytes: Bytes,
          damaged: Type.Integer({ description: '巡检发现损坏或丢失的' }),
          /** The longest time ago that a file was read anew; null: some were never. */
          scrubbed_since: orNull(Instant),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type SystemStatus = Static<typeof SystemStatus>
