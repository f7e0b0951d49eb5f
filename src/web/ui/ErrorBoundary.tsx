import { Component, type ReactNode } from 'react'
import { LoadError } from '../loading.ts'

type Props = {
  fallback: (error: unknown, retry: () => void) => ReactNode
  /** Identifies what the children show: when it changes, they render again. */
  of?: string
  children: ReactNode
}
type State = { error?: unknown; failed: boolean; of?: string | undefined }

/** Shows `fallback` when the children cannot render. Code that could not be fetched is fetched again when the browser is online again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { failed: false, of }
  }

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }

  override componentDidCatch(error: unknown) {
    if (!(error instanceof LoadError)) return
    error.forget()
    window.addEventListener('online', this.retry, { once: true })
  }

  override componentWillUnmount() {
    window.removeEventListener('online', this.retry)
  }

  retry = () => this.setState({ error: undefined, failed: false })

  override render() {
    return this.state.failed ? this.props.fallback(this.state.error, this.retry) : this.props.children
  }
}
