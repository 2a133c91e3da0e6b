import { describe, expect, it } from 'vitest'
import { countyIn, linesOf, loadPack, reportsOf, type State } from './report-states.ts'

/** What the reports of a pack say, each under its file name. */
async function said(id: string, state: State): Promise<(file: string) => string> {
  const pack = await loadPack(id)
  const texts = new Map(reportsOf(countyIn(pack, state)).map(({ report }) => [report.file, linesOf(report).join('\n')]))
  return (file) => texts.get(file) ?? `没有${file}：${[...texts.keys()].join('、')}`
}

describe('the county reports on its duties', () => {
  const file = '履行教育职责自评报告.docx'

  it('states figures with last year, standard and document, and what is not met', async () => {
    const text = (await said('county-duty', 'full'))(file)
    expect(text).toContain('自评得分96.4分，满分100分，按得分评为“先进”；因“重大安全责任事故”降一等，等次为“合格”。')
    expect(text).toContain('财政教育拨款2.43亿元，比上年增长9.35%；财政经常性收入19.35亿元，比上年增长2.00%。')
    expect(text).toContain('教育费附加按3%应征1323.79万元，实征1323.79万元，拨付1323.79万元，做到足额征收、全额拨付。')
    expect(text).toContain('教师五年360学时培训达标率100.0%，比上年提高1.6个百分点，达到100%的标准。')
    expect(text).toContain('涉及1个乡镇、街道：南山乡（1人）。')
    expect(text).toContain('1.教育工作目标责任考核没有完全落实，自评为“基本做到”')
  })

  it('says which data are missing and leaves open what cannot be told', async () => {
    const text = (await said('county-duty', 'missing'))(file)
    expect(text).toContain('县财政教育投入表未报全，财政教育拨款及其增长暂不能认定。')
    expect(text).toContain('等次待补报后确定。')
    expect(text).toMatch(/大班额比例.*暂不能认定，须补报.*的.*表.*。/)
    expect(text).not.toContain('财政教育拨款2.43亿元')
  })

  it('praises nothing and compares nothing where there is no last year', async () => {
    const text = (await said('county-duty', 'no_last_year'))(file)
    expect(text).toContain('上年经费数据未报，三个增长暂不能核算。')
    expect(text).not.toMatch(/比上年|与上年/)
  })

  it('has no problems to tell when all is met', async () => {
    const text = (await said('county-duty', 'met'))(file)
    expect(text).toContain('没有失学辍学')
    expect(text).toContain('年度方案所列一票否决、降等、封顶事项均未发生。')
    expect(text).not.toContain('教育工作目标责任考核没有完全落实')
  })
})

describe('townships', () => {
  it('each tells its own children, shortfalls and grade', async () => {
    const text = (await said('township-duty', 'full'))('南山乡履行教育职责自评报告.docx')
    expect(text).toContain('未入学和辍学1人，与上年持平，没有达到全部入学的要求（义务教育法第十三条）。')
    expect(text).toContain('专题研究教育工作1次，没有达到方案2次的要求。')
    expect(text).toContain('还有适龄儿童少年1人未入学或辍学')
    const hurt = (await said('township-duty', 'full'))('白沙镇履行教育职责自评报告.docx')
    expect(hurt).toContain('按得分评为“优秀”；因“辖区学校安全责任事故”降一等，等次为“良好”。')
  })

  it('the head rates the year by the same grade and leaves room for what data cannot say', async () => {
    const text = (await said('township-duty', 'full'))('云峰乡主要负责人述职报告.docx')
    expect(text).toContain('本人自评为“优秀”。')
    expect(text).toContain('处校园周边隐患')
    expect(text.match(/【请补写/g)).toHaveLength(1)
  })

  it('the bulletin names who is below, and nobody is ranked', async () => {
    const text = (await said('township-duty', 'full'))('乡镇教育工作考核情况通报.docx')
    expect(text).toContain('评为合格的1个：南山乡。')
    expect(text).toContain('校园周边隐患没有全部消除的1个：云峰乡（消除率33.3%）。')
    expect(text).not.toMatch(/第[一二三\d]+名|排名|倒数/)
  })
})

describe('departments', () => {
  it('each tells its own duties by name', async () => {
    const text = (await said('department-duty', 'full'))('县住房和城乡建设局履行教育职责报告.docx')
    expect(text).toContain('没有完全落实的职责有1项：小区配套学校幼儿园建设移交（基本做到）。')
    expect(text).toContain('没有完成整改的督导问题1个。')
    expect(text).not.toContain('教育费附加')
  })

  it('who has not reported is told to', async () => {
    const text = (await said('department-duty', 'missing'))('部门教育职责考核情况通报.docx')
    expect(text).toMatch(/请以下部门补报数据：县委编办、/)
  })
})

describe('short papers and schools', () => {
  it('the reply tells what was put right since last year and what was not', async () => {
    const text = (await said('county-duty', 'full'))('履行教育职责整改情况复函.docx')
    const [done = '', open = ''] = text.split('二、正在整改的问题')
    expect(done).toContain('教师五年培训达标率。上年未达标，经整改，本年为100.0%（比上年提高1.6个百分点），已达到要求')
    expect(open).toContain('教育工作目标责任考核没有完全落实')
    const alone = (await said('county-duty', 'no_last_year'))('履行教育职责整改情况复函.docx')
    expect(alone).toContain('没有上年的评价数据，不能与上年逐项对照。')
  })

  it('the leader rates the year as the county is rated', async () => {
    const text = (await said('county-duty', 'full'))('县人民政府主要负责人述职报告.docx')
    expect(text).toContain('按评价方案得分96.4分，因“重大安全责任事故”降一等，本人自评为“合格”。')
  })

  it('a school tells its own seven resources and nothing of other schools', async () => {
    const text = (await said('quality-balance-2017', 'full'))('柳林镇第二中学优质均衡自评报告.docx')
    expect(text).toContain('每百名学生骨干教师数：初中1.49人（标准1.0人），达标。')
    expect(text).not.toMatch(/小学|明德双语学校/)
  })
})
