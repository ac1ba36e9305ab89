import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FeeRule, listFeeRules, setFeeRules } from '../../../../api/fees'

const keyOf = (operatorId: string) => ['fees', operatorId] as const

export const useFees = (operatorId: string) =>
  useQuery({
    queryKey: keyOf(operatorId),
    queryFn: ({ signal }) => listFeeRules({ params: { operatorId } }, { signal }),
  })

/** Replaces all rules of an operator, and shows what the server made of them. */
export function useSetFees(operatorId: string): (rules: readonly FeeRule[]) => Promise<void> {
  const client = useQueryClient()
  return async (rules) => {
    const saved = await setFeeRules({ params: { operatorId }, body: { rules: [...rules] } })
    client.setQueryData(keyOf(operatorId), saved)
  }
}
