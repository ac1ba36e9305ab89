import { problemOf } from '../../api/problem'
import { notify } from '../../ui/toast'

/** Says why something was not done. */
export const tellProblem = (error: unknown) => notify({ kind: 'problem', text: problemOf(error).message })
