import { Component, type ReactNode } from 'react'
import { ErrorState } from './states'

/** Keeps a broken part from taking the whole page with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <ErrorState error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
