import { describe, expect, it } from 'vitest'
import { blamedIn, checkText } from './check-text.ts'

/** A rule, and texts that keep it: each as it is, and with one number of it written wrong. */
const RULES: Readonly<Record<string, readonly (readonly [text: string, from: string, to: string])[]>> = {
  'whole amounts beside finer ones are as fine as they': [
    [
      '今年筹资77.8万元为学校办了五件实事：一是投入26万元修缮屋面；二是投入18.4万元添置课桌；三是投入17.9万元购买图书；四是投入8万元更换监控；五是投入7.5万元慰问教师。',
      '77.8',
      '77.9',
    ],
    [
      '企业捐款19.4万元，校友捐款14.6万元，合起来34万元设立助学基金，已使用12.5万元，账面还剩21.5万元。',
      '已使用12.5',
      '已使用12.1',
    ],
  ],
  'some of a list that happen to add up do not make good the whole of it': [
    ['排查问题46个，当场改完28个，限期改完15个，剩余3个列入明年计划，整改率为93.5%。', '排查问题46', '排查问题43'],
  ],
  'a list is not excused by an accident far from it': [
    [
      '女生282人、男生263人，合计545人。\n参加中考745人，考上普通高中463人，其中县一中108人；升入中职259人；其余23人外出务工。',
      '中职259',
      '中职249',
    ],
  ],
  'what is wanting is told of two numbers, whichever a wrong digit makes the larger': [
    ['寄宿学生438人，床位360张，差78张。', '360', '460'],
  ],
  'units of any kind are counted together': [['全镇12个村、4个社区，合计16个基层单位。', '12个', '52个']],
  'what there was is told after the change, as a share of it': [
    ['乡财政支出教育经费80.6万元，占乡本级财政支出1240万元的6.5%，比上年提高0.8个百分点，上年占比5.7%。', '0.8', '3.8'],
    ['乡财政支出教育经费80.6万元，占乡本级财政支出1240万元的6.5%，比上年提高0.8个百分点，上年占比5.7%。', '5.7', '6.7'],
  ],
  'what more is hoped for than there is stands as it was told': [
    [
      '今年参加高考1830人，本科上线1527人，上线率83.44%。\n下一步在本科上线率83.44%基础上再攀升。',
      '83.44%基',
      '85.44%基',
    ],
    ['应训教师640人，实训597人，参训率93.28%。\n来年确保参训率93.28%经得起检验。', '93.28%经', '93.23%经'],
  ],
  'those who help, so many to each, are all who are helped': [
    ['困境儿童426人，其中男童219人、女童207人，由142名党员干部结对帮扶，每人负责3名。', '142', '147'],
    ['38名乡干部每人联系4个村民小组，覆盖全乡152个村民小组。', '152', '154'],
    ['全乡有留守儿童576人，其中女童281人。组织192名教师与留守儿童结对，平均每人结对3名。', '192', '992'],
  ],
  'a set rate is no average': [
    ['另有37间教室没有空调，按每间0.6万元测算，共需22.2万元。', '22.2', '22.4'],
    [
      '全年临时救助37人、11.1万元，人均3000元。寄宿生补助春季216人、13.5万元，秋季232人、14.5万元，每生每学期625元，全年共28万元。',
      '216',
      '916',
    ],
  ],
  'a building costs its area at so much a square metre': [
    [
      '三个项目中，实验小学食堂288万元，镇中学操场165万元。\n实验小学食堂建筑面积1440平方米，单方造价2000元。',
      '单方造价2000',
      '单方造价2400',
    ],
    [
      '向上争取资金376万元，群众投工折资44万元，两项420万元用于新建中心幼儿园，该园占地7.5亩、建筑面积2100平方米，每平方米造价2000元，设9个班。',
      '造价2000',
      '造价2009',
    ],
  ],
  'a rate is of what was done and what is left': [
    [
      '建设项目3个，总投资860万元：食堂410万元，占47.7%；操场250万元，占29.1%；围墙200万元，占23.3%。到位资金675万元，其中县级410万元、镇级265万元，资金到位率78.5%，资金缺口185万元。',
      '78.5',
      '73.5',
    ],
    ['已建立档案的713名，建档率97.67%，尚有17名正在核对。', '713', '718'],
  ],
  'one of two rates of those who sat': [
    [
      '中考483人参考，平均分471.2分，被高中录取296人，职校录取167人，升学率95.9%，其中普高录取率61.3%。',
      '61.3',
      '67.3',
    ],
  ],
  'the whole is named in the same words, whatever their order': [
    ['镇本级投入教育资金318.4万元。\n代课教师工资一年需63.7万元，占镇级教育投入的20.0%。', '20.0', '26.0'],
  ],
  'as many helpers as are helped': [['三类儿童共87名，落实帮扶教师87名，做到一对一。', '教师87', '教师37']],
  'two kinds are named together': [
    [
      '推送疑似辍学对象96人，核实为外县在读的51人，经动员返校的34人，安排送教的11人。返校和送教两类加起来，占推送总数的46.88%。',
      '46.88',
      '42.88',
    ],
  ],
  'what is left of a year, whatever stands between': [
    [
      '学校总收入963.5万元，其中财政拨款921.2万元、其他收入42.3万元。总支出951.8万元，其中人员支出822.6万元，公用支出96.1万元，资本性支出33.1万元，当年结余11.7万元。',
      '结余11.7',
      '结余17.7',
    ],
  ],
  'what is paid by the month is paid all year': [
    ['孤儿及事实无人抚养儿童21名，每月发放基本生活费1050元，一年发放26.46万元。', '儿童21', '儿童28'],
  ],
  'a school has so much of what it told for each of its pupils': [
    [
      '学校占地24310平方米，校舍建筑面积9875平方米，其中教学及辅助用房5914平方米、行政办公用房946平方米、生活服务用房3015平方米。现有学生1136人。\n二、条件\n生均占地21.40平方米，生均校舍建筑面积8.69平方米，生均教学及辅助用房面积5.21平方米。',
      '面积5.21',
      '面积5.81',
    ],
    [
      '现有学生1136人，教职工71人。\n计算机154台，其中学生用机98台，教师用机56台，每百名学生拥有计算机8.6台。',
      '8.6台',
      '8.1台',
    ],
  ],
  'a school counts its classes once': [
    [
      '现有教学班36个，其中七年级12个、八年级12个、九年级12个。在校生总数1764人，其中七年级603人，八年级590人，九年级571人，平均班额49人。',
      '班额49人',
      '班额69人',
    ],
  ],
  'those who went nowhere end the list of those who sat': [
    [
      '今年中考，我校参考538人，600分以上71人，比去年多9人；录取普通高中331人，录取率61.5%，比上年的59.6%提高1.9个百分点，中职录取194人，未升学13人。',
      '中职录取194',
      '中职录取594',
    ],
  ],
  'two kinds are named together as a number': [
    [
      '公办学校8所：初中1所，中心校1所，村小5所，公办中心园1所；另有民办幼儿园4所，两类加起来12所。',
      '幼儿园4',
      '幼儿园1',
    ],
  ],
  'schools are counted in the last sentence that names them': [
    [
      '全镇有完全小学6所、初级中学1所、公办幼儿园4所。小学52个班、1716人；初中20个班、880人；幼儿园18个班、486人。全镇学校（园）合计11所、90个班、3082人。',
      '合计11',
      '合计18',
    ],
  ],
  'schools are of the one stage or the other': [
    ['全区参评学校23所，小学15所，初中（含一贯制）8所。在校学生31270人。23所学校全部达标。', '小学15', '小学65'],
  ],
  'the higher of two is told first': [['学年末，巩固率达到98.7%，高出上学年（98.3%）0.4个百分点。', '98.7', '97.9']],
  'a share of the number that the sentence begins with': [
    ['386名教师中50岁以上的有162名，占比达到42.0%，35岁以下只有63名，占16.3%。', '占16.3%', '占16.4%'],
  ],
  'men and women, by kind': [
    ['现有学生1986人，平均班额41.4人。\n从性别看，女生972人、男生1014人，女生略少于男生。', '男生1014', '男生4014'],
  ],
  'rises are to the later number, however wrong it is': [
    ['毛入学率：由91.28%到93.05%再到94.11%，先升1.77个百分点，后升1.06个百分点，共升2.83个百分点。', '91.28', '97.28'],
  ],
  'two lists of one total are told as surely': [
    ['排查隐患，食品摊点14处，网吧9处，危险路段6处，计29处，已治理23处，余下6处限期整改。', '路段6', '路段2'],
  ],
  'what is built and built on are projects': [
    ['两年内新建18所、扩建16所，34个项目增加学位28000个。', '扩建16', '扩建11'],
    ['两年内新建18所、扩建16所，34个项目增加学位28000个。', '34个', '84个'],
  ],
  'scores are given, and not rounded': [
    [
      '四个板块得分与分值对照：组织领导28.5分（分值30分，得分率95.0%）；经费保障24.6分（分值26分，得分率94.6%）；队伍建设18.9分（分值22分，得分率85.9%）；办学行为19.4分（分值22分，得分率88.2%）。',
      '94.6',
      '94.7',
    ],
  ],
  'more to each, between two averages': [
    [
      '改造前校舍41260㎡，以在校生12400人计，生均3.33㎡；建成后校舍达到58940㎡，增长42.85%，生均4.75㎡，生均增加1.42㎡。',
      '1.42',
      '1.92',
    ],
  ],
  'a rate for each, and those it is for': [
    ['生均公用经费执行每生每年7000元，以412名学生为基数，全年应拨288.40万元。', '288.40', '288.41'],
    ['园均公用经费每生每年600元，按1874人核定，需112.44万元。', '1874', '1873'],
    ['小学在校生38460人，按年生均720元测算，全年应安排2769.12万元。', '2769.12', '2769.14'],
  ],
  'the best of a list down to the one that is named': [
    [
      '学校现有教职工64人，其中专任教师59人，工勤人员5人。专任教师中，研究生学历4人，本科学历46人，专科学历9人，本科及以上占84.7%。',
      '84.7',
      '24.7',
    ],
  ],
  'a school tests all its pupils': [
    ['现有24个教学班，学生1036人。\n体质健康测试应测1036人，实测1029人。', '应测1036', '应测1096'],
  ],
  'parts bear the name of their whole': [
    ['全区组建教育集团12个，小学教育集团7个，初中教育集团5个。', '小学教育集团7', '小学教育集团3'],
  ],
  'what is told again is told by the same digits': [
    ['本科上线1527人，参加高考1830人，上线率83.44%。\n要在本科上线率83.44%基础上再攀升。', '83.44%基', '83.45%基'],
  ],
  'an average goes on from stage to stage': [
    [
      '小学18360人，教学用房91065平方米，生均4.96平方米。初中9720人，教学用房59876平方米，生均6.16平方米。\n全区小学生均教学用房4.96平方米、初中6.16平方米。',
      '初中6.16平方米。',
      '初中6.76平方米。',
    ],
  ],
  'whoever is taught at home counts as enrolled': [
    [
      '全镇适龄儿童少年2914人，在校就读2896人，其中本镇就读2583人，县城就读313人；因重度残疾送教上门14人，延缓入学4人。义务教育入学率99.86%。',
      '99.86',
      '92.86',
    ],
    [
      '全镇适龄儿童少年2914人，在校就读2896人，其中本镇就读2583人，县城就读313人；因重度残疾送教上门14人，延缓入学4人。义务教育入学率99.86%。',
      '少年2914',
      '少年1914',
    ],
  ],
  'what both stages have by one name is the part': [
    [
      '小学高于规定学历教师842人，每百名学生拥有5.14人；初中637人，每百名学生拥有7.21人。\n义务教育专任教师合计1612人，其中高于规定学历者占91.75%。',
      '91.75',
      '99.75',
    ],
  ],
  'so much to each, reckoned by the pupils of one stage': [
    [
      '小学在校生468人，幼儿园在园幼儿121人，合计589人。\n图书室藏书7488册：绘本1180册，中高段读物2460册，其余3848册为教辅用书，按小学生计算，生均16.0册。',
      '生均16.0',
      '生均56.0',
    ],
  ],
}

describe.each(Object.entries(RULES))('%s', (_, texts) => {
  it.each(texts)('%s %s → %s', (text, from, to) => {
    expect(checkText(text).findings).toEqual([])
    expect(text).toContain(from)
    const at = text.indexOf(from) + [...from].findIndex((letter, place) => letter !== to[place])
    const { claims, findings } = checkText(text.replace(from, to))
    const named = findings.flatMap((finding) => finding.claims.map((id) => claims[id]?.at))
    expect(named.some((place) => place !== undefined && place.start <= at && place.end > at)).toBe(true)
  })
})

describe('texts in which these words say no such thing', () => {
  it.each([
    // A total printed less finely than its parts may be rounded.
    '维修经费合计24.9万元，其中春季12.43万元、秋季12.5万元。',
    // So many to each of some, and not of all.
    '留守儿童519人，其中住校186人，另有52名教师每人联系3名住校学生。',
    // 平均 is rounded.
    '困难学生430人，组织142名教师与困难学生结对，平均每人结对3名。',
    // What is left is of another thing.
    '到位资金675万元，资金到位率78.5%，尚有3个项目没有开工。',
    // Two wholes bear the name.
    '镇本级教育投入318.4万元。上年镇本级教育投入297.5万元。代课工资63.7万元，占镇级教育投入的21.4%。',
    // One to one is said of something else.
    '三类儿童共87名，落实帮扶教师29名，对重点学生开展一对一辅导。',
    // The kinds of posts are no list of the women that stand before them.
    '女教师2012人，男教师1113人；按职称看，高级96人、一级1187人、二级及以下1829人，其余未定级。',
    // 低于: the first is the lower.
    '幼儿入园率88.4%，低于全县平均水平（94.6%）6.2个百分点。',
    // The months of two terms.
    '困难学生40名，每月发放伙食费150元，一年发放6万元。',
    // Rounded once, and exact once.
    '在校学生184260人，折合18.43万人。',
    // Paid for each term, and told for the year.
    '困难学生每生每学期625元，按248人核定，全年需31万元。',
    // Not all of them were to be tested.
    '学生1036人。\n视力检测应测683人，实测680人。',
    // Who is taught at home is among those at school.
    '全镇适龄儿童2914人，在校就读2896人（其中送教上门27人），入学率99.38%。',
    // Of teachers of another kind.
    '小学骨干教师142人；初中97人。义务教育专任教师合计1612人，其中高于规定学历者占91.75%。',
    // The rate hoped for is another.
    '学前三年毛入园率91.45%。力争到2027年毛入园率达到93.45%。',
  ])('%s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
