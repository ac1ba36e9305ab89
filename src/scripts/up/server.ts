import type { ChildSpec } from './children'
import { isAlive } from './processes'
import type { ProcessMark, State } from './state'

/** A running Postgres or Redis. */
export interface Server {
  readonly url: string
  /** True when a run before had started it. */
  readonly adopted: boolean
  readonly mark: () => ProcessMark
  /** How it is asked to end, mildest first. */
  readonly signals: readonly NodeJS.Signals[]
  /** Ends it for good; absent for an adopted one, which is ended by its mark. */
  readonly stop?: () => Promise<void>
}

export interface ServerOptions {
  readonly state: State
  /** False: the data ends with this run, so nothing waits for the disk. */
  readonly durable?: boolean
  /** Told of a server that died and is started again. */
  readonly onEvent?: (text: string) => void
}

/** The recorded process, if it still runs and answers. */
export async function adopt(
  mark: ProcessMark | undefined,
  answers: () => Promise<unknown>,
): Promise<ProcessMark | undefined> {
  if (!isAlive(mark)) return undefined
  return answers().then(
    () => mark,
    () => undefined,
  )
}

/** Keeps the state's record of a server true through its restarts. */
export const supervise = (
  name: 'postgres' | 'redis',
  state: State,
  onEvent: ServerOptions['onEvent'],
): Pick<ChildSpec, 'onStart' | 'onDeath'> => ({
  onStart: (mark) => {
    state.kept.processes[name] = mark
    state.save()
  },
  onDeath: (how, pauseMs) => onEvent?.(`${name} ${how}; starting it again in ${pauseMs} ms`),
})
