import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formBatches } from '../../../src/kitchen/domain/prep/form-batches'
import { planPrep } from '../../../src/kitchen/domain/prep/plan-prep'
import type { Method, PrepProblem } from '../../../src/kitchen/domain/prep/problem'

const at = (wall: string) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3))

const wok = (dishId: string, minutes = 12, batchPortions = 20): Method => ({
  dishId,
  recipeVersionId: `${dishId}-v1`,
  batchPortions,
  steps: [{ station: 'wok', minutes, cooks: 1, when: 'service' }],
  holdMinutes: 120,
})

/** 80 portions over three runs, one wok of two places, two cooks. */
const LUNCH: PrepProblem = {
  from: at('09:00'),
  stations: [{ code: 'wok', places: 2 }],
  cooks: 2,
  methods: [wok('pork')],
  departures: [
    { id: 'r1', loadAt: at('11:10'), lastDropAt: at('11:50') },
    { id: 'r2', loadAt: at('11:25'), lastDropAt: at('12:10') },
    { id: 'r3', loadAt: at('11:40'), lastDropAt: at('12:25') },
  ],
  demand: [
    { dishId: 'pork', departureId: 'r1', portions: 30 },
    { dishId: 'pork', departureId: 'r2', portions: 26 },
    { dishId: 'pork', departureId: 'r3', portions: 24 },
  ],
  started: [],
}

const departure = (problem: PrepProblem, id: string) => problem.departures.find((one) => one.id === id)!

const serviceSteps = ({ methods }: PrepProblem, dishId: string) =>
  methods.find((one) => one.dishId === dishId)?.steps.filter(({ when }) => when === 'service') ?? []

/** What must be true of every plan, whatever the kitchen. */
function check(problem: PrepProblem): void {
  const plan = planPrep(problem)
  const planned = plan.batches.filter(({ dishId }) => !plan.impossible.includes(dishId))
  for (const { dishId, departureId, portions } of problem.demand) {
    if (plan.impossible.includes(dishId)) continue
    const made = planned
      .filter((batch) => batch.dishId === dishId)
      .flatMap(({ serves }) => serves)
      .filter((one) => one.departureId === departureId)
      .reduce((sum, one) => sum + one.portions, 0)
    const asked = problem.demand.filter((one) => one.dishId === dishId && one.departureId === departureId)
    expect(made).toBe(asked.reduce((sum, one) => sum + one.portions, 0))
    expect(portions).toBeGreaterThan(0)
  }
  const work = planned.flatMap(({ dishId, steps }) =>
    steps.map((step, i) => ({ ...step, cooks: serviceSteps(problem, dishId)[i]?.cooks ?? 0 })),
  )
  const during = <S extends { startAt: number; endAt: number }>(steps: readonly S[], minute: number) =>
    steps.filter(({ startAt, endAt }) => startAt <= minute && endAt > minute).length
  const held = problem.started.flatMap(({ dishId, step, until }) => {
    const { station = '', cooks = 0 } = serviceSteps(problem, dishId)[step] ?? {}
    return [{ station, cooks, startAt: problem.from, endAt: until }]
  })
  for (const { code, places, down = [] } of problem.stations) {
    const here = work.filter(({ station }) => station === code)
    const taken = held.filter(({ station }) => station === code)
    for (const minute of here.map(({ startAt }) => startAt).concat(down.map(({ from }) => from))) {
      const gone = down.filter(({ from, until }) => from <= minute && until > minute).length
      const there = Math.max(0, places - Math.max(gone, 0))
      // what has started stays, also where the place beside it has failed
      expect(during(here, minute)).toBeLessThanOrEqual(Math.max(0, gone > 0 ? there : there - during(taken, minute)))
    }
  }
  const attended = [...work, ...held].filter(({ cooks }) => cooks > 0)
  for (const { startAt } of attended) expect(during(attended, startAt)).toBeLessThanOrEqual(problem.cooks)
  let late = 0
  expect(planPrep(problem)).toEqual(plan)
  for (const { dishId, portions, serves, startBy, cookedAt, lateMinutes, steps } of planned) {
    const method = problem.methods.find((one) => one.dishId === dishId)!
    expect(steps.map(({ station, startAt, endAt }) => [station, endAt - startAt])).toEqual(
      serviceSteps(problem, dishId).map(({ station, minutes }) => [station, minutes]),
    )
    expect(portions).toBeLessThanOrEqual(method.batchPortions)
    expect(serves.reduce((sum, one) => sum + one.portions, 0)).toBe(portions)
    expect(startBy).toBeGreaterThanOrEqual(problem.from)
    steps.forEach((step, i) => expect(step.startAt).toBeGreaterThanOrEqual(steps[i - 1]?.endAt ?? problem.from))
    const runs = serves.map(({ departureId }) => departure(problem, departureId))
    const due = Math.min(...runs.map(({ loadAt }) => loadAt))
    expect(lateMinutes).toBe(Math.max(0, cookedAt - due))
    late += lateMinutes
    for (const { lastDropAt } of runs) expect(lastDropAt - cookedAt).toBeLessThanOrEqual(method.holdMinutes)
  }
  if (problem.started.length === 0) expect(plan.lateMinutes).toBe(late)
  else expect(plan.lateMinutes).toBeGreaterThanOrEqual(late)
  // what is late is told, and told why: some station or the cooks, or a batch by itself
  if (late > 0) expect(plan.batches.some(({ lateMinutes }) => lateMinutes > 0)).toBe(true)
  expect(plan.makespan).toBeGreaterThanOrEqual(plan.lowerBound)
}

describe('planning the prep', () => {
  it('K2 batches cover every portion, none ends after its run is loaded, and the last drop is inside the safety profile', () => {
    const { batches, lateMinutes, bottleneck } = planPrep(LUNCH)
    expect(lateMinutes).toBe(0)
    expect(bottleneck).toBeUndefined()
    // 80 portions, 20 a batch: four, filled in the order of the runs
    expect(batches.map(({ portions }) => portions)).toEqual([20, 20, 20, 20])
    expect(batches.map(({ cookedAt }) => cookedAt)).toEqual([at('11:10'), at('11:10'), at('11:25'), at('11:40')])
    check(LUNCH)
  })

  it('splits a batch where the earliest of it would be too old at the latest drop', () => {
    const slow = { ...LUNCH, methods: [{ ...wok('pork', 12, 80), holdMinutes: 61 }] }
    // less 61 minutes r2’s last drop at 12:10 may come out of the pot of 11:10, r3’s at 12:25 may not

    expect(formBatches(slow).map(({ serves }) => serves.map(({ departureId }) => departureId))).toEqual([
      ['r1', 'r2'],
      ['r3'],
    ])
    check(slow)
  })

  it('names the bottleneck of a plan that cannot be in time', () => {
    const { lateMinutes, bottleneck } = planPrep({
      ...LUNCH,
      from: at('10:58'),
      stations: [{ code: 'wok', places: 1 }],
    })
    // two batches of 12 minutes by 11:10 on one wok that opens at 10:58: 12 minutes late, and the next one waits
    expect(lateMinutes).toBe(12 + 9 + 6)
    expect(bottleneck).toEqual({ station: 'wok', overloadMinutes: 12 })
  })

  it('says which dish cannot be made when its equipment has failed, and plans the others', () => {
    const broken = {
      ...LUNCH,
      stations: [...LUNCH.stations, { code: 'oven', places: 0 }],
      methods: [
        ...LUNCH.methods,
        { ...wok('bread'), steps: [{ station: 'oven', minutes: 20, cooks: 0, when: 'service' }] },
      ],
      demand: [...LUNCH.demand, { dishId: 'bread', departureId: 'r1', portions: 5 }],
    } satisfies PrepProblem
    const plan = planPrep(broken)
    expect(plan.impossible).toEqual(['bread'])
    expect(plan.batches).toHaveLength(4)
  })

  it('leaves what has started alone when late orders come, and makes only what is missing', () => {
    const started = [{ id: 'b1', dishId: 'pork', portions: 20, step: 0, until: at('11:04') }]
    const late = {
      ...LUNCH,
      from: at('10:56'),
      started,
      demand: [...LUNCH.demand, { dishId: 'pork', departureId: 'r1', portions: 6 }],
    }
    const { batches, lateMinutes } = planPrep(late)
    expect(batches.reduce((sum, { portions }) => sum + portions, 0)).toBe(66)
    expect(lateMinutes).toBe(0)
  })

  it('plans a service that is years away as fast as today’s', () => {
    const years = 10 * 365 * 24 * 60
    const { batches } = planPrep({ ...LUNCH, from: LUNCH.from - years })
    expect(batches).toEqual(planPrep(LUNCH).batches)
  })

  it('puts the work of the evening before on a list of its own', () => {
    const marinated: Method = {
      ...wok('beef'),
      steps: [
        { station: 'cold', minutes: 15, cooks: 1, when: 'day_before' },
        { station: 'wok', minutes: 10, cooks: 1, when: 'service' },
      ],
    }
    const plan = planPrep({
      ...LUNCH,
      stations: [...LUNCH.stations, { code: 'cold', places: 1 }],
      methods: [marinated],
      demand: [{ dishId: 'beef', departureId: 'r1', portions: 30 }],
    })
    expect(plan.miseEnPlace).toEqual([{ dishId: 'beef', station: 'cold', portions: 30, minutes: 30 }])
    expect(plan.batches.map(({ steps }) => steps.map(({ station }) => station))).toEqual([['wok'], ['wok']])
  })

  it('works round equipment that is down from one minute to another', () => {
    const down = { code: 'wok', places: 2, down: [{ from: at('10:50'), until: at('11:20') }] }
    const { batches, lateMinutes } = planPrep({ ...LUNCH, stations: [down] })
    expect(lateMinutes).toBe(0)
    // both pots of 11:10 cannot be made side by side any more: one is cooked before
    expect(batches.map(({ cookedAt }) => cookedAt)).toEqual([at('10:58'), at('11:10'), at('11:25'), at('11:40')])
    check({ ...LUNCH, stations: [down] })

    const both = { ...down, down: [...down.down, ...down.down] }
    const closed = planPrep({ ...LUNCH, from: at('10:49'), stations: [both] })
    // nothing fits before 11:20: what is late is late by name, and the wok is what is missing
    expect(closed.batches.map(({ cookedAt }) => cookedAt)).toEqual(['11:32', '11:32', '11:44', '11:44'].map(at))
    expect(closed.batches.filter(({ lateMinutes: by }) => by > 0)).toHaveLength(4)
    expect(closed.lateMinutes).toBe(22 + 22 + 19 + 4)
    expect(closed.bottleneck).toEqual({ station: 'wok', overloadMinutes: 24 })
    check({ ...LUNCH, from: at('10:49'), stations: [both] })
  })

  it('says of a batch that holds nothing, or of steps without whole minutes, that the dish cannot be made', () => {
    const odd = (over: Partial<Method>, dishId: string): Method => ({ ...wok(dishId), ...over })
    const nan = { station: 'wok', minutes: Number.NaN, cooks: 0, when: 'service' } as const
    const methods = [
      odd({ batchPortions: 0 }, 'none'),
      odd({ batchPortions: 0.5 }, 'half'),
      odd({ steps: [nan] }, 'nan'),
    ]
    const demand = methods.map(({ dishId }) => ({ dishId, departureId: 'r1', portions: 9 }))
    const plan = planPrep({ ...LUNCH, methods: [...LUNCH.methods, ...methods], demand: [...LUNCH.demand, ...demand] })
    expect(plan.impossible).toEqual(['none', 'half', 'nan'])
    expect(plan.batches).toHaveLength(4)
  })

  it('is right for any kitchen: portions, places, cooks, order of steps, failed equipment, safety and lateness', () => {
    const minute = fc.integer({ min: at('10:00'), max: at('12:00') })
    const step = fc.record({
      station: fc.constantFrom('cut', 'wok', 'oven', 'pack'),
      minutes: fc.integer({ min: 1, max: 20 }),
      cooks: fc.constantFrom<0 | 1>(0, 1),
      when: fc.constantFrom<'service' | 'day_before'>('service', 'service', 'service', 'day_before'),
    })
    const kitchens = fc.record({
      from: fc.constantFrom(at('09:00'), at('10:30'), at('11:05'), at('12:30')),
      stations: fc.tuple(
        ...['cut', 'wok', 'oven', 'pack'].map((code) =>
          fc.record({
            code: fc.constant(code),
            places: fc.integer({ min: 1, max: 3 }),
            down: fc.array(
              fc
                .tuple(minute, fc.integer({ min: 1, max: 60 }))
                .map(([from, length]) => ({ from, until: from + length })),
              { maxLength: 2 },
            ),
          }),
        ),
      ),
      cooks: fc.integer({ min: 1, max: 4 }),
      dishes: fc.array(
        fc.record({
          first: step.map((one) => ({ ...one, when: 'service' as const })),
          more: fc.array(step, { maxLength: 3 }),
          batch: fc.integer({ min: 3, max: 25 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      portions: fc.array(fc.tuple(fc.nat(4), fc.nat(2), fc.integer({ min: 1, max: 40 })), { maxLength: 12 }),
    })
    fc.assert(
      fc.property(kitchens, ({ from, stations, cooks, dishes, portions }) => {
        const methods = dishes.map(({ first, more, batch }, i): Method => {
          return { ...wok(`d${i}`, 1, batch), steps: [...more.slice(0, 1), first, ...more.slice(1)], holdMinutes: 120 }
        })
        const demand = portions
          .filter(([dish]) => dish < dishes.length)
          .map(([dish, run, wanted]) => ({ dishId: `d${dish}`, departureId: `r${run + 1}`, portions: wanted }))
        check({ ...LUNCH, from, stations, cooks, methods, demand })
      }),
      { numRuns: 300 },
    )
  })
})
