import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildCore, buildServer, buildWeb } from './steps/build.mjs'
import { prepareDemoRun, program, writeRosters } from './steps/demo-run.mjs'
import { installPackages } from './steps/install.mjs'
import { refuseOwnData, refuseTakenPlaces } from './steps/refuse-taken-places.mjs'
import { main, root, start } from './steps/run.mjs'

const files = [
  ['out/申报表.xlsx', '申报表 Ⅰ–Ⅵ'],
  ['out/自评报告.docx', '自评报告'],
  ['out/评估结果.xlsx', '逐校逐项结果'],
  ['out/退回修改', '有错的工作簿，错处标红'],
  ['out/assessment.json', '评估结果（数据）'],
  ['out/trace.json', '每个数字的来历（数据）'],
  ['demo', '演示县的工作簿（虚构），改了再运行 npm start 会重新评估'],
  ['demo-rosters', '控辍保学的户籍、学籍、缺勤和部门名册（虚构），可以自己导入'],
]

await main(async () => {
  const options = process.argv.slice(2)
  refuseOwnData(options)
  await installPackages()
  await buildCore()
  const web = buildWeb()
  web.catch(() => {})
  await buildServer()
  await refuseTakenPlaces(options)
  await prepareDemoRun()
  await web
  serve(options)
})

/** Serves until a signal comes, and says once where everything is. */
function serve(options) {
  const server = start('node', [program, 'serve', '--data', 'data', ...demo(options), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  server.stdout.on('data', (chunk) => {
    if (said === undefined) return process.stdout.write(chunk)
    said += chunk
    if (!said.includes('按 Ctrl+C 停止')) return
    process.stdout.write(block(said))
    said = undefined
    writeRosters()
  })
  server.on('close', (code) => {
    process.exit(code ?? 0)
  })
}

/** The demo county is for this computer: its identities need no password. */
function demo(options) {
  const host = options[options.indexOf('--host') + 1]
  return options.includes('--host') && !['127.0.0.1', 'localhost', '::1'].includes(host) ? [] : ['--demo']
}

function block(said) {
  const address = /http:\/\/\S+/.exec(said)?.[0] ?? ''
  const lines = said.trim().split('\n').slice(1, -1)
  return [
    '',
    '────────────────────────────────────────',
    `履教通已启动，请在浏览器打开：${address}`,
    ...lines,
    '演示县的佐证材料、报告稿、名册比对和市级汇总还在后台写入，几分钟内陆续出现。',
    `文件在 ${root}`,
    ...files.filter(([name]) => existsSync(join(root, name))).map(([name, what]) => `  ${name}　${what}`),
    '评估自己的工作簿：npx eduduty assess 文件夹 --out 结果文件夹',
    '按 Ctrl+C 停止。',
    '────────────────────────────────────────',
    '',
  ].join('\n')
}
