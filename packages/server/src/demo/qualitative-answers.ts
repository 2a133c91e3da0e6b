import type { AnswerRow } from './answers.ts'
import { county, type DemoYear } from './county.ts'

interface Rating {
  readonly item: string
  readonly name: string
  readonly grounds: string
  readonly evidence: string
}

const ratings: readonly Rating[] = [
  {
    item: '政府1',
    name: '布局规划合理',
    grounds: '县政府批准了2021—2030年中小学布局规划，新建、改扩建学校都按规划落地',
    evidence: '学校布局规划图、布局规划文件',
  },
  {
    item: '政府2',
    name: '四统一',
    grounds: '城乡学校建设、教师编制、生均公用经费和装备配置都执行同一标准',
    evidence: '四项统一标准的政策文件、生均公用经费基准定额执行账目',
  },
  {
    item: '政府8',
    name: '绩效工资总量全额核定',
    grounds: '义务教育学校绩效工资总量由人社、财政部门逐年全额核定',
    evidence: '教师、公务员工资收入统计资料、绩效工资总量核定文件',
  },
  {
    item: '政府10',
    name: '统筹分配编制岗位',
    grounds: '县教育局在核定总量内统筹各校编制和岗位，每年9月调整一次',
    evidence: '编制分配文件、岗位设置方案',
  },
  {
    item: '政府14',
    name: '优质高中招生名额向农村初中倾斜',
    grounds: '分配到校的名额中，农村初中所占比例高于其毕业生所占比例',
    evidence: '优质高中招生名额分配文件',
  },
  {
    item: '政府15',
    name: '留守儿童关爱体系健全',
    grounds: '留守儿童一人一档，寄宿学校优先安排，村（居）儿童主任按月走访',
    evidence: '留守儿童台账与关爱制度、随迁子女名册',
  },
  {
    item: '质量3',
    name: '学校章程与信息化管理',
    grounds: '所有学校都有经核准的章程，校务管理系统已全部使用',
    evidence: '学校章程、信息化建设规划',
  },
  {
    item: '质量5',
    name: '信息化教学常态应用',
    grounds: '教师能用信息化手段组织教学，设备每周使用有登记',
    evidence: '教师信息化培训记录、设备使用记录',
  },
  {
    item: '质量6',
    name: '德育与校园文化',
    grounds: '各校德育工作和校园文化建设经县级评估均为良好以上',
    evidence: '德育工作计划、校园文化建设材料',
  },
  {
    item: '质量7',
    name: '课程开齐开足',
    grounds: '各校按国家课程方案排课，综合实践活动课时得到落实',
    evidence: '课程表、教学检查记录、综合实践活动记录（含劳动基地和劳动教师）',
  },
  {
    item: '质量8',
    name: '无过重课业负担',
    grounds: '作业总量实行校级公示，课后服务覆盖所有学校',
    evidence: '作业管理制度、课后服务方案',
  },
]

const vetoes: readonly (readonly [string, string])[] = [
  ['否决1', '考试方式招生'],
  ['否决2', '违规择校'],
  ['否决3', '重点学校或重点班'],
  ['否决4', '有编不补或长期聘用编外教师'],
  ['否决5', '重大安全责任事故、严重违纪违规或弄虚作假'],
  ['否决6', '校外培训治理或减负不力'],
]

/** 定性项目自评表 and 一票否决事项表. */
export function qualitativeRows(year: DemoYear): AnswerRow[] {
  return [
    ...ratings.map((rating) => ({
      register: 'county_ratings',
      year,
      unit: rating.item,
      answers: {
        item: rating.item,
        item_name: rating.name,
        conclusion: '达标',
        grounds: rating.grounds,
        evidence: rating.evidence,
      },
    })),
    ...vetoes.map(([item, name]) => ({
      register: 'county_vetoes',
      year,
      unit: item,
      answers: { item, item_name: name, occurred: '否', explanation: `${county.name}教育督导办公室已核查` },
    })),
  ]
}
