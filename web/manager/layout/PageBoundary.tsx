import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode };

/** Keeps the navigation when a page breaks, or when its script is gone because the site was deployed anew. */
export class PageBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="page">
        <Alert
          type="error"
          header="This page could not be shown"
          action={<Button onClick={() => location.reload()}>Reload</Button>}
        >
          The site may have been renewed meanwhile. Reload the page; tell your admin if that does not help.
        </Alert>
      </div>
    );
  }
}
