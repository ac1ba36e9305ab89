/** The engine as other programs see it (`linli/routing`): pose a problem, solve it, check the plan, insert late orders. */
export { checkPlan } from './checker'
export { InvalidProblem } from './fields'
export { readProblem } from './formats/read'
export { drawPlan, writeSolution } from './formats/write'
export { insertLate } from './insert-late'
export type { Change, Plan, Reason, Trip, Unserved, VehiclePlan, Visit } from './plan'
export type {
  Amounts,
  Depot,
  FrozenTrip,
  Matrices,
  Points,
  RoutingProblem,
  Stop,
  Travel,
  Vehicle,
  Window,
} from './problem'
export { serviceTime } from './problem'
export { type Progress, type SolveOptions, solve, solveAsync } from './solve'
export { checkProblem } from './validation'
