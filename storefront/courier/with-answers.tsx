import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { openQueryClient } from '../api/query-client'

const client = openQueryClient()

/** What the server has answered, shared by the courier's pages; loaded with the first of them, after the header stands. */
export const WithAnswers = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
