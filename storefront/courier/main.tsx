import '../ui/tokens.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { openQueryClient } from '../api/query-client'
import { openFace } from '../ui/open-face'
import { CourierFrame } from './frame'

void openFace(
  'courier',
  <QueryClientProvider client={openQueryClient()}>
    <CourierFrame />
  </QueryClientProvider>,
)
