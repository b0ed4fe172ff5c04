import { Component, type ReactNode } from 'react';

interface CrashGuardProps {
  readonly children: ReactNode;
  /** What is shown instead of a part that failed. */
  readonly fallback: ReactNode;
  readonly onCrash: (message: string) => void;
}

/** Keeps a fault of one part from leaving an empty window. */
export class CrashGuard extends Component<CrashGuardProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onCrash(error.stack ?? error.message);
  }

  override render(): ReactNode {
    return this.state.crashed ? this.props.fallback : this.props.children;
  }
}
