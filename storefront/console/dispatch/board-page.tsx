import { useTranslation } from '../../i18n/use-translation'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { MealBoard } from './meal-board'
import { Shell } from './shell'
import { useBoard } from './use-board'

/** Who drives what to whom: the runs of one meal of one kitchen. */
export default function BoardPage() {
  const { t } = useTranslation('dispatch')
  return (
    <Shell>
      {({ meal }) =>
        meal ? (
          <BoardOf key={meal.menuDayId} menuDayId={meal.menuDayId} />
        ) : (
          <EmptyState title={t('noMeal')} text={t('noMealHint')} />
        )
      }
    </Shell>
  )
}

function BoardOf({ menuDayId }: { readonly menuDayId: string }) {
  const board = useBoard(menuDayId)
  if (board.data) return <MealBoard board={board.data} />
  return board.error ? <ErrorState error={board.error} onRetry={() => void board.refetch()} /> : <Loading />
}
