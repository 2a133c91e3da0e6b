/**
 * 201, 20106, 2010601: class, section and item of an expenditure by what it is for.
 * @basis 政府收支分类科目·支出功能分类科目
 */
export const CLASS_CODE = /^2[0-3]\d(?:\d\d){0,2}$/

/** Fewer rows that begin with such a number may begin with any number. */
export const LEAST_CODED = 3
