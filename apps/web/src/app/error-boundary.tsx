import { Button, Result } from 'antd';
import { Component, type ReactElement, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

/** A page that breaks takes no other with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onAgain={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

function Broken({ onAgain }: { onAgain: () => void }): ReactElement {
  return (
    <Translation ns="common">
      {(t) => (
        <Result
          status="warning"
          title={t('broken.title')}
          subTitle={t('broken.text')}
          extra={[
            <Button key="again" onClick={onAgain}>
              {t('action.tryAgain')}
            </Button>,
            <Button key="reload" type="primary" onClick={() => window.location.reload()}>
              {t('action.reload')}
            </Button>,
          ]}
        />
      )}
    </Translation>
  );
}
