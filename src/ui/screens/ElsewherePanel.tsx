import { useRef } from 'react';
import { useDispatch, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';

/** Another window has the chat: nothing can be written here, and a press brings it over. */
export function ElsewherePanel() {
  const t = useT();
  const dispatch = useDispatch();
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);
  return (
    <section className="footer" ref={panel} aria-labelledby="elsewhere-heading">
      <h2 className="panel-heading" id="elsewhere-heading" tabIndex={-1} {...TAKES_FOCUS}>
        {t('elsewhere.heading')}
      </h2>
      <p className="panel-text">{t('elsewhere.text')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          data-kind="primary"
          onClick={() => dispatch({ type: 'takeOverRequested' })}
        >
          {t('elsewhere.useHere')}
        </button>
      </div>
    </section>
  );
}
