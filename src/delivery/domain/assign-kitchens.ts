import { roadMetres, type Spot } from '../../kernel/distance'

/** A kitchen and the boxes it can cook and send out for one meal. */
export interface KitchenToLoad extends Spot {
  readonly id: string
  readonly boxes: number
}

/** A community with the boxes of one meal, and the kitchens that cover it. */
export interface CommunityToServe extends Spot {
  readonly id: string
  readonly boxes: number
  readonly kitchenIds: readonly string[]
}

export interface KitchenAssignment {
  /** Kitchen by community; each community eats from one kitchen, so that one run passes its gate. */
  readonly kitchenOf: ReadonlyMap<string, string>
  /** `coverage`: no kitchen covers it; `load`: all that cover it are full. */
  readonly unassigned: readonly { readonly communityId: string; readonly reason: 'coverage' | 'load' }[]
  /** Road metres times boxes, the sum that is kept small. */
  readonly boxMetres: number
}

interface Option {
  readonly kitchen: number
  /** Box metres. */
  readonly cost: number
}

/** Nobody yet. */
const NONE = -1

/**
 * Communities to kitchens by coverage and load: a generalised assignment problem. Whoever loses most by not getting the
 * nearest kitchen chooses first (regret), then communities move and change places while that saves box metres.
 */
export function assignKitchens(
  kitchens: readonly KitchenToLoad[],
  communities: readonly CommunityToServe[],
): KitchenAssignment {
  const room = kitchens.map(({ boxes }) => boxes)
  const options = communities.map((community) => optionsOf(community, kitchens))
  const boxes = communities.map((community) => community.boxes)
  const state: State = { room, options, boxes, at: boxes.map(() => NONE) }

  chooseByRegret(state)
  makeRoom(state)
  while (improve(state));

  const kitchenOf = new Map<string, string>()
  const unassigned: { communityId: string; reason: 'coverage' | 'load' }[] = []
  let boxMetres = 0
  communities.forEach(({ id: communityId }, c) => {
    const option = current(state, c)
    const kitchen = option && kitchens[option.kitchen]
    if (kitchen) kitchenOf.set(communityId, kitchen.id)
    else unassigned.push({ communityId, reason: options[c]?.length ? 'load' : 'coverage' })
    boxMetres += option?.cost ?? 0
  })
  return { kitchenOf, unassigned, boxMetres }
}

interface State {
  readonly room: number[]
  readonly options: readonly (readonly Option[])[]
  readonly boxes: readonly number[]
  /** Kitchen by community. */
  readonly at: number[]
}

/** The kitchens that cover a community, nearest first. */
function optionsOf(community: CommunityToServe, kitchens: readonly KitchenToLoad[]): Option[] {
  return kitchens
    .flatMap((kitchen, index) =>
      community.kitchenIds.includes(kitchen.id)
        ? [{ kitchen: index, cost: roadMetres(kitchen, community) * community.boxes }]
        : [],
    )
    .sort((a, b) => a.cost - b.cost || a.kitchen - b.kitchen)
}

const current = ({ options, at }: State, c: number): Option | undefined =>
  options[c]?.find(({ kitchen }) => kitchen === at[c])

const fits = ({ room }: State, kitchen: number, boxes: number): boolean => (room[kitchen] ?? 0) >= boxes

function move({ room, boxes, at }: State, c: number, to: number): void {
  const from = at[c] ?? NONE
  const own = boxes[c] ?? 0
  if (from !== NONE) room[from] = (room[from] ?? 0) + own
  if (to !== NONE) room[to] = (room[to] ?? 0) - own
  at[c] = to
}

function chooseByRegret(state: State): void {
  let waiting = state.boxes.map((_, c) => c)
  for (;;) {
    let chosen: { c: number; kitchen: number; regret: number } | undefined
    for (const c of waiting) {
      const [best, second] = (state.options[c] ?? []).filter(({ kitchen }) => fits(state, kitchen, state.boxes[c] ?? 0))
      if (!best) continue
      const regret = second ? second.cost - best.cost : Number.POSITIVE_INFINITY
      if (!chosen || regret > chosen.regret) chosen = { c, kitchen: best.kitchen, regret }
    }
    if (!chosen) return
    const { c, kitchen } = chosen
    move(state, c, kitchen)
    waiting = waiting.filter((each) => each !== c)
  }
}

/** Who found every kitchen full gets in where somebody else can go elsewhere for the least more. */
function makeRoom(state: State): void {
  state.at.forEach((kitchen, c) => {
    if (kitchen !== NONE) return
    let cheapest: { guest: number; to: number; home: number; cost: number } | undefined
    for (const home of state.options[c] ?? []) {
      state.at.forEach((where, guest) => {
        const freed = (state.room[home.kitchen] ?? 0) + (state.boxes[guest] ?? 0)
        if (where !== home.kitchen || freed < (state.boxes[c] ?? 0)) return
        const to = state.options[guest]?.find(
          (o) => o.kitchen !== where && fits(state, o.kitchen, state.boxes[guest] ?? 0),
        )
        const cost = to ? home.cost + to.cost - (current(state, guest)?.cost ?? 0) : Number.POSITIVE_INFINITY
        if (to && cost < (cheapest?.cost ?? Number.POSITIVE_INFINITY))
          cheapest = { guest, to: to.kitchen, home: home.kitchen, cost }
      })
    }
    if (!cheapest) return
    move(state, cheapest.guest, cheapest.to)
    move(state, c, cheapest.home)
  })
}

/** One pass of moves and exchanges for those who did not get their nearest; false when nothing got better. */
function improve(state: State): boolean {
  let better = false
  for (let c = 0; c < state.at.length; c += 1) {
    const own = current(state, c)
    if (!own) continue
    for (const wish of state.options[c] ?? []) {
      if (wish.cost >= own.cost) break
      if (fits(state, wish.kitchen, state.boxes[c] ?? 0)) move(state, c, wish.kitchen)
      else if (!exchange(state, c, own, wish)) continue
      better = true
      break
    }
  }
  return better
}

/** Sends somebody of the wished kitchen to where room is, when both together then cost less. */
function exchange(state: State, c: number, own: Option, wish: Option): boolean {
  const { room, boxes, at, options } = state
  const mine = boxes[c] ?? 0
  for (let other = 0; other < at.length; other += 1) {
    const theirs = boxes[other] ?? 0
    if (at[other] !== wish.kitchen || (room[wish.kitchen] ?? 0) + theirs < mine) continue
    const now = current(state, other)?.cost ?? 0
    const saved = own.cost - wish.cost
    const to = options[other]?.find(({ kitchen, cost }) => {
      const left = (room[kitchen] ?? 0) + (kitchen === own.kitchen ? mine : 0)
      return kitchen !== wish.kitchen && left >= theirs && cost - now < saved
    })
    if (!to) continue
    move(state, c, NONE)
    move(state, other, to.kitchen)
    move(state, c, wish.kitchen)
    return true
  }
  return false
}
