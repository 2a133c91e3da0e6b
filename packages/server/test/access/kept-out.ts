import {
  type SeedGrant,
  type SeedPerson,
  type SeedPost,
  type SeedTenure,
  type SeedWorld,
  worldDay,
} from './world-plan.ts'

/** What alone can keep somebody out who has a post with a role. */
export const obstacles = ['account', 'post', 'tenure status', 'tenure days', 'grant status', 'grant days'] as const
export type Obstacle = (typeof obstacles)[number]

/** People whom this one thing keeps from what their role would let them do: whether it is looked at shows with them. */
export function keptOutBy(world: SeedWorld, obstacle: Obstacle): readonly SeedPerson[] {
  return heldIn(world)
    .filter((held) => obstaclesOf(held).join() === obstacle)
    .map(({ tenure }) => tenure.person)
}

/** People who may use a role today. */
export function ableAs(world: SeedWorld, role: string): readonly SeedPerson[] {
  return heldIn(world)
    .filter((held) => held.grant.role === role && obstaclesOf(held).length === 0)
    .map(({ tenure }) => tenure.person)
}

interface Held {
  readonly tenure: SeedTenure
  readonly grant: SeedGrant
}

function heldIn({ tenures, grants }: SeedWorld): readonly Held[] {
  const byPost = new Map<SeedPost, SeedGrant[]>()
  for (const grant of grants) byPost.set(grant.post, [...(byPost.get(grant.post) ?? []), grant])
  return tenures.flatMap((tenure) => (byPost.get(tenure.post) ?? []).map((grant) => ({ tenure, grant })))
}

function obstaclesOf({ tenure, grant }: Held): readonly Obstacle[] {
  const lasts = ({ since, until }: SeedTenure | SeedGrant): boolean =>
    since <= worldDay && (until === null || worldDay < until)
  const { closedOn } = tenure.post
  const clear: Readonly<Record<Obstacle, boolean>> = {
    account: tenure.person.account === 'active',
    post: closedOn === null || worldDay < closedOn,
    'tenure status': tenure.status === 'approved',
    'tenure days': lasts(tenure),
    'grant status': grant.status === 'approved',
    'grant days': lasts(grant),
  }
  return obstacles.filter((obstacle) => !clear[obstacle])
}
