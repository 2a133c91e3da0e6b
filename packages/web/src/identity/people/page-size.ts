/** Lines of one page of people, posts, tenures and grants. */
export const pageSize = 50
