import { randomId } from '../lib/randomId.ts';
import type { Session } from '../session/createSession.ts';
import { attachComposerField } from '../ui/composer/attachComposerField.ts';
import { mayHoldNumber } from '../ui/numbers/mayHoldNumber.ts';

/** The configuration is not read yet: nothing typed is too long at this point. */
const NO_LIMIT = Number.POSITIVE_INFINITY;

/**
 * Makes the shell's composer work before React is there: what is typed is the draft, Enter puts it
 * into the outbox, and a plain bubble shows it. Answers what hands the field over to React.
 */
export function attachEarlyComposer(page: Document, session: Session): () => void {
  const form = page.querySelector('form');
  const field = page.querySelector('textarea');
  const early = page.getElementById('early');
  if (!form || !field || !early) return () => {};
  let held: string | null = null;
  const detach = attachComposerField({
    form,
    field,
    maxLength: NO_LIMIT,
    onText: (text) => session.dispatch({ type: 'draftChanged', text }),
    hold(text) {
      // what looks at numbers comes with React: the message stays in the field, and goes when that is here
      const isHeld = mayHoldNumber(text);
      if (isHeld) held = text;
      return isHeld;
    },
    onSend(text) {
      session.dispatch({ type: 'sendRequested', key: randomId(), text });
      const bubble = page.createElement('p');
      bubble.textContent = text;
      early.append(bubble);
    },
  });
  // typed while this module was still on its way
  if (field.value !== '') session.dispatch({ type: 'draftChanged', text: field.value });
  return () => {
    detach();
    early.replaceChildren();
    if (field.value === held) form.requestSubmit();
  };
}
