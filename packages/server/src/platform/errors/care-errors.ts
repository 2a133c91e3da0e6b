import type { ErrorEntry } from './error-entry.ts'

/** Children in care: placements, lessons at home, care plans, what experts found out. */
export const careErrors = {
  'enrolment.care_child_not_found': {
    status: 404,
    exit: 2,
    says: '没有这名儿童的关爱与安置记录，或者您看不到它。',
    advice: '请从“关爱与安置”的名单重新进入。',
  },
  'enrolment.care_child_left': {
    status: 409,
    exit: 2,
    says: '这名儿童 {day} 起不再由您的单位掌握，只能看到那天以前的内容。',
    advice: '请联系现在就读的学校。',
  },
  'enrolment.care_closed': {
    status: 409,
    exit: 2,
    says: '这名儿童的关爱与安置 {day} 已经结束，不能再写。',
    advice: '又需要关爱、安置的，请重新登记。',
  },
  'enrolment.care_not_holder': {
    status: 403,
    exit: 2,
    says: '这名儿童不由您的单位掌握，您不能写。',
    advice: '请联系儿童所在的学校、乡镇或县教育局。',
  },
  'enrolment.care_exists': {
    status: 409,
    exit: 2,
    says: '这名儿童 {on} 已经登记过，由{unit}掌握。',
    advice: '请在原来的记录里接着写；看不到的请联系那个单位。',
  },
  'enrolment.care_row_not_found': {
    status: 404,
    exit: 2,
    says: '适龄儿童台账里没有这一行，或者您看不到它。',
    advice: '请从“三本台账”查到这名儿童再登记，或直接登记。',
  },
  'enrolment.care_kind_unknown': {
    status: 400,
    exit: 2,
    says: '标准包里没有这个类别。',
    advice: '请刷新页面，从列出的类别里选。',
  },
  'enrolment.care_need_missing': {
    status: 400,
    exit: 2,
    says: '“{kind}”还缺：{missing}。',
    advice: '请补上再提交。',
  },
  'enrolment.care_day_before': {
    status: 400,
    exit: 2,
    says: '日期不对，不能早于 {day}。',
    advice: '请核对日期；复核日期要晚于安置、复核当天。',
  },
  'enrolment.care_not_placed': {
    status: 409,
    exit: 2,
    says: '这名儿童现在没有安置方案。',
    advice: '请先填写安置方案。',
  },
  'enrolment.lesson_same_day': {
    status: 409,
    exit: 2,
    says: '{day}已登记过一次送教。',
    advice: '确是同日第二次的，请选“仍要登记”。',
  },
  'enrolment.care_not_at_home': {
    status: 409,
    exit: 2,
    says: '{day} 这名儿童的安置方式不是送教上门，不能登记送教。',
    advice: '请核对日期；安置方式已经改变的，先填写新的安置方案。',
  },
  'enrolment.care_record_not_found': {
    status: 404,
    exit: 2,
    says: '没有这条送教记录，或者它已经作废。',
    advice: '请刷新后重试。',
  },
  'enrolment.care_not_planned': {
    status: 409,
    exit: 2,
    says: '这名儿童还没有关爱方案。',
    advice: '请先填写关爱方案。',
  },
  'enrolment.care_not_reader': {
    status: 403,
    exit: 2,
    says: '特教评估结果只给{posts}看，您不在其中。',
    advice: '确有需要的，请联系这些岗位的人。',
  },
  'enrolment.care_item_missing': {
    status: 400,
    exit: 2,
    says: '评估结果还缺：{items}。',
    advice: '请填写后再提交。',
  },
  'enrolment.care_item_unknown': {
    status: 400,
    exit: 2,
    says: '评估结果里有标准包没有的项目。',
    advice: '请刷新页面后重填。',
  },
  'enrolment.care_nothing_taught': {
    status: 404,
    exit: 2,
    says: '这个学期这所学校没有送教上门的儿童，或者您看不到。',
    advice: '请换一个学期，或从“送教上门”的名单重新进入。',
  },
} as const satisfies Record<string, ErrorEntry>
