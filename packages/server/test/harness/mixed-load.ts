/**
 * A program that opens an installation and loads it until it is killed: business writes with their audit events, imports,
 * reads. What the database acknowledged is written to the ledger file before anything else is done.
 */
export function mixedLoad(folder: string, keyFile: string, ledger: string, round: number): string {
  return `
    const { appendFileSync } = await import('node:fs')
    const { openInstallation } = await import(dist + 'platform/installation.js')
    const { systemCaller } = await import(dist + 'platform/ctx.js')
    const county = '990101', path = '99/9901/990101/', round = ${round}
    const { door, db } = await openInstallation({ dataDir: ${JSON.stringify(folder)} }, ${JSON.stringify(keyFile)})
    const caller = systemCaller('测试', { scopes: [path], county, path })
    const acknowledge = (line) => appendFileSync(${JSON.stringify(ledger)}, line + '\\n')
    acknowledge('opened ' + round)

    async function business() {
      for (let n = 1; ; n += 1) {
        const unit = 'U' + round + 'N' + n
        await door.write(caller, async (ctx) => {
          await ctx.db.run("insert into organizations_units (county_code, unit_id, kind, opened_on, org_path) values ($1, $2, 'school', '2020-09-01', $3)", [county, unit, path + unit + '/'])
          await ctx.db.run("insert into organizations_unit_versions (county_code, unit_id, since, name, org_path) values ($1, $2, '2020-09-01', $2, $3)", [county, unit, path + unit + '/'])
          ctx.audit({ action: 'organizations.open_unit', subject: unit })
        })
        acknowledge('unit ' + unit)
      }
    }

    async function imports() {
      for (let n = 1; ; n += 1) {
        const batch = 'B' + round + 'N' + n
        const columns = ['county_code', 'file_id', 'name', 'sha256', 'bytes', 'kind', 'org_path', 'read_at']
        function* rows() {
          for (let row = 0; row < ${importRows}; row += 1)
            yield [county, batch + '-' + row, batch, 'a'.repeat(64), row, 'xlsx', path, new Date(0)]
        }
        await door.write(caller, async (ctx) => {
          await ctx.db.loadRows('collection_files', columns, rows())
          ctx.audit({ action: 'evaluation.run', subject: batch })
        })
        acknowledge('batch ' + batch)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }

    async function reads() {
      for (;;) {
        await door.read(caller, (ctx) => ctx.db.run('select count(*) from organizations_units'))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    await Promise.all([business(), imports(), reads(), reads()])`
}

/** Rows of one import: enough to go by COPY. */
export const importRows = 2_100
