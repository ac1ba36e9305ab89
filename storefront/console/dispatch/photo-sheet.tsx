import { useQuery } from '@tanstack/react-query'
import { showPhoto } from '../../api/dispatch'
import { useTranslation } from '../../i18n/use-translation'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Skeleton } from '../../ui/states'

/** The picture a courier took as proof. */
export function PhotoSheet({
  photoId,
  number,
  onClose,
}: {
  readonly photoId: string
  readonly number: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation('dispatch')
  const { data, error, refetch } = useQuery({
    queryKey: ['dispatch-photo', photoId],
    queryFn: ({ signal }) => showPhoto({ params: { photoId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const title = t('photo.title', { number })
  return (
    <Sheet open onOpenChange={onClose} title={title}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton className="aspect-[4/3] w-full" />}
      {data && <img alt={title} src={`data:${data.type};base64,${data.base64}`} className="w-full rounded-card" />}
    </Sheet>
  )
}
