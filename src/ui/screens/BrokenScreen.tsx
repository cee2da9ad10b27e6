import { Component } from 'react';
import type { ReactNode } from 'react';
import type { Translator } from '../../i18n/translator.ts';

type Props = Readonly<{ t: Translator; children: ReactNode }>;
type State = Readonly<{ isBroken: boolean }>;

/** What is left when a view throws: the session goes on without us, and a reload takes it up again. */
export class BrokenScreen extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    const { t, children } = this.props;
    if (!this.state.isBroken) return children;
    return (
      <main className="console">
        <div className="panel" role="alert">
          <h1 className="panel-heading">{t('broken.heading')}</h1>
          <p>{t('broken.text')}</p>
          <button type="button" className="button" data-kind="primary" onClick={() => location.reload()}>
            {t('broken.reload')}
          </button>
        </div>
      </main>
    );
  }
}
