import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { en } from '../i18n/messages/en.ts';
import { createTranslator } from '../i18n/translator.ts';
import { INITIAL_STATE } from '../session/state.ts';
import { App } from '../ui/App.tsx';
import { SHELL_SETTINGS } from '../ui/ConsoleModel.ts';

/** The first screen as plain HTML, for index.html: exactly what React expects to find when it takes over. */
export function renderShell(): string {
  const asksNobody = () => Promise.reject(new Error('The shell asks nobody'));
  const model = {
    session: { getState: () => INITIAL_STATE, subscribe: () => () => {}, dispatch: () => {} },
    t: createTranslator({ locale: 'en', messages: en }),
    settings: SHELL_SETTINGS,
    loadCallbacks: asksNobody,
    loadFiles: asksNobody,
  };
  return renderToString(
    <StrictMode>
      <App model={model} />
    </StrictMode>,
  );
}
