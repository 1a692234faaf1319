// Catches what a page throws while it is drawn, so that the rest of the window stays usable. Shows it in human words.

import { Component, type ReactNode } from 'react'
import { ErrorNote } from './error-note.tsx'

export interface ErrorBoundaryProps {
  children: ReactNode
  /** Shown above and below the failure. */
  title: string
  actions: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown; failed: boolean }> {
  override state = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): { error: unknown; failed: boolean } {
    return { error, failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="page-message">
        <h1>{this.props.title}</h1>
        <ErrorNote error={this.state.error}>{this.props.actions}</ErrorNote>
      </div>
    )
  }
}
