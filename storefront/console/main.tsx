import '../ui/tokens.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { openQueryClient } from '../api/query-client'
import { openFace } from '../ui/open-face'
import { ConsoleFrame } from './frame'

void openFace(
  'console',
  <QueryClientProvider client={openQueryClient()}>
    <ConsoleFrame />
  </QueryClientProvider>,
)
