import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'

/** A rule, and texts that keep it: each as it is, and with one number of it written wrong. */
const RULES: Readonly<Record<string, readonly (readonly [text: string, from: string, to: string])[]>> = {
  'a change is not excused by the rate beside it': [
    ['事业收入1640.20万元，比上年1502.75万元增加137.45万元，增长9.15%。', '137.45', '137.85'],
    ['捐赠收入812.60万元，比上年860.44万元减少47.84万元，下降5.56%。', '47.84', '43.84'],
  ],
  'what is left over is told again': [
    [
      '排查隐患27处，已治理24处，余下3处限期整改。\n治理进度不快，余下3处隐患要逐一销号。',
      '余下3处隐患',
      '余下8处隐患',
    ],
    ['反馈问题41条，整改到位35条，尚有6条没有改完。\n对遗留6条问题挂牌督办。', '遗留6条', '遗留9条'],
  ],
  'all of them, or those called so, are those told before': [
    [
      '全县义务教育学校63所，小学42所、初中15所、九年一贯制学校6所。\n供餐方式上，63所学校全部实行食堂供餐。',
      '63所学校全部',
      '68所学校全部',
    ],
    ['听课74节，其中优质课32节、良好课25节、一般课17节。\n评为一般课的17节要开展教研。', '的17节', '的12节'],
  ],
  'a share is of what the words before 中 name': [
    ['一年级招生5218人，七年级招生4963人。一年级新生中随迁子女731人，占14.0%。', '14.0', '19.0'],
    ['专业技术岗位4126个，工勤岗位95个。专业技术岗位中，高级岗968个，中级岗1530个，高级岗占比23.5%。', '23.5', '28.5'],
  ],
  'as many shares as numbers before them': [
    ['女教师1568人，男教师932人，一个占62.7%，一个占37.3%。', '62.7', '67.7'],
    ['寄宿生731人，走读生1289人，前一类占36.2%，后一类占63.8%。', '36.2', '31.2'],
  ],
  'so much to each of those counted in that unit': [
    ['全区52所学校配备专职保安208名，平均每校4名。', '每校4名', '每校7名'],
    ['建成周转房36套、1620平方米，每套45平方米。', '1620', '1680'],
  ],
  'seats are people': [
    ['城西小学可容纳1440人；河东初中可容纳1800人；星光幼儿园可容纳270人，三所学校共提供3510个学位。', '1800', '1300'],
    ['东校区设计容纳960人，西校区设计容纳1240人，两个校区共增加学位2200个。', '2200', '2700'],
  ],
  'papers signed with every one of those named': [
    ['镇政府与17个村、14所学校签订责任书31份。', '31份', '37份'],
    ['我局与12个乡镇、9个部门逐一签订责任书，合计21份。', '21份', '26份'],
  ],
  'two kinds told again under both names': [
    ['全镇辖15个行政村和3个社区。\n18个村（社区）都建立了议事制度。', '18个村', '13个村'],
    ['全县辖11个乡镇、4个街道。\n15个乡镇（街道）全部建立台账。', '15个乡镇', '19个乡镇'],
  ],
  'all grades of a stage': [
    ['初中在校生1721人。\n七至九年级分别有学生582人、571人、568人。', '571', '576'],
    ['小学在校学生2613人。\n一至六年级依次有学生451人、447人、439人、436人、428人、412人。', '439', '489'],
  ],
  'every stage of what the sentence before counts': [
    ['在岗教师412人，临聘教师占8.3%。小学教师203人、初中教师151人、公办园教师58人。', '151', '157'],
    ['全乡有教师236人，平均年龄41岁。小学教师121人、初中教师82人、幼儿园教师33人。', '33人', '38人'],
  ],
  'all who are at work': [
    ['实有在编教职工147人，缺编9人，临聘教师16人，实际在岗163人。', '163', '168'],
    ['在编教师92人，代课教师11人，目前实际在岗教师103人。', '11人', '17人'],
  ],
  'a twelfth of the year': [
    ['全年核发教师工资46308万元，月均3859万元。', '3859', '3359'],
    ['本年度支出水电费25.2万元，月均2.1万元。', '2.1', '2.7'],
  ],
  'done, of what was done and what was not': [
    ['已开工项目51个，完工38个，在建13个，未开工4个，项目开工率92.7%。', '92.7', '97.7'],
    ['已整改问题86个，未整改问题7个，整改率92.5%。', '92.5', '95.5'],
  ],
  'what came less what went, by the totals of the sentence before': [
    ['三年共补充教师412人，三年共流出教师197人。一进一出，三年净增215人。', '净增215', '净增265'],
    ['两年累计调入教师83人，两年累计调出教师51人。算下来，净增加32人。', '增加32', '增加37'],
  ],
  'a list that still comes to the same': [
    ['专任教师2416人。本科及以上1503人，专科802人，中专及以下111人，仍为2416人。', '仍为2416', '仍为2466'],
    ['在校生1873人。东片612人，西片735人，南片526人，正好是1873人。', '正好是1873', '正好是1823'],
  ],
  'one is higher than another by so much': [
    ['教师年人均工资性收入9.86万元，公务员年人均工资性收入9.21万元，教师高于公务员0.65万元。', '0.65', '0.95'],
    ['小学生均公用经费1862元，初中生均公用经费2215元，小学低于初中353元。', '353', '358'],
  ],
}

/** Whether a finding names the number at a place. */
const isNamed = (text: string, place: number): boolean => {
  const { claims, findings } = checkText(text)
  return findings.some((one) =>
    one.claims.some((id) => claims.some((claim) => claim.id === id && claim.at.start <= place && claim.at.end > place)),
  )
}

describe.each(Object.entries(RULES))('%s', (_rule, texts) => {
  it.each(texts)('%s %s → %s', (text, from, to) => {
    expect(checkText(text).findings.map(({ computation }) => computation)).toEqual([])
    expect(text).toContain(from)
    const changed = [...to].findIndex((letter, at) => letter !== from[at])
    expect(isNamed(text.replace(from, to), text.indexOf(from) + changed)).toBe(true)
  })
})
