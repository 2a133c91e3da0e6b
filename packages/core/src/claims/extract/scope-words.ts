/** What a report may be of: a county and what is called so elsewhere, a town, a school. */
const COUNTY = '县市区旗州'
const TOWN = '镇乡'
const SCHOOL = '校园'

/** 全县, 我市, 本旗. Every scope here is the source of a pattern. */
export const OF_COUNTY = `[全我本][${COUNTY}]`
/** 全镇, 本校, 我园: of a part of a county that may have a report of its own. */
export const OF_PART = `[全我本][${TOWN}${SCHOOL}]`
/** 全县, 全旗, 全镇, 全校, and the province that they are held against: all there is of it. */
export const ALL_OF = `全[${COUNTY}${TOWN}${SCHOOL}省]`
/** The same, and the whole country. */
export const ALL_OF_ANY = `全[${COUNTY}${TOWN}${SCHOOL}省国]`
/** All of a county or more, of which its towns are parts. */
export const ALL_OF_COUNTY = `全[${COUNTY}省]`
/** Whatever a report calls the whole that it is of: 全县, 我镇, 本校, 全省. */
export const WHOLE = `[全我本][${COUNTY}${TOWN}${SCHOOL}省]`
/** The same, and those that it is addressed to: 你县, 贵校. */
export const WHOSE_WHOLE = `[全我本你贵][${COUNTY}${TOWN}${SCHOOL}]`
