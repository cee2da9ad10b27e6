import { Suspense } from 'react';
import { useSession } from '../ConsoleContext.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { KeptWords } from '../calls/KeptWords.tsx';
import { Panel } from '../calls/Panel.tsx';
import { LazyWaitingTime } from '../waiting/LazyWaitingTime.tsx';
import { ContactForm } from './ContactForm.tsx';
import { SCENARIOS } from '../../session/scenarios.ts';
import { formHeading, formLead } from './formWords.ts';

/** Something has to be known before the order goes out: only what is missing is asked. */
export function FormScreen() {
  const t = useCallT();
  const order = useSession((state) => state.order);
  const asked = useSession((state) => (state.phase === 'form' ? state.asked : null));
  const failure = useSession((state) => (state.phase === 'form' ? state.failure : null));
  if (order === null || asked === null) return null;
  const lead = formLead(order.scenario);
  // words go out in a chat only
  const kept = SCENARIOS[order.scenario].media === 'CHAT' ? 'form.kept' : 'form.keptOnly';
  return (
    <Panel kind="form" heading={t(formHeading(order.scenario))}>
      {lead !== null && <p className="panel-text">{t(lead)}</p>}
      {/* of another day it says nothing */}
      {order.scenario !== 'VOICE-SCHEDULED-USERTERM' && <LazyWaitingTime />}
      <KeptWords label={t(kept)} />
      <Suspense>
        <ContactForm order={order} asked={asked} failure={failure} />
      </Suspense>
    </Panel>
  );
}
