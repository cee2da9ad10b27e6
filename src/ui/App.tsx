import { useMemo, useSyncExternalStore } from 'react';
import { ConsoleContext } from './ConsoleContext.ts';
import type { ConsoleModel } from './ConsoleModel.ts';
import { asShell } from './ConsoleModel.ts';
import { Console } from './Console.tsx';
import { BrokenScreen } from './screens/BrokenScreen.tsx';

/**
 * The console. Its first render over the static shell repeats the shell to the letter, so that the field the
 * visitor may be typing in is adopted; the next one, in the same task, shows what is.
 */
export function App({ model }: Readonly<{ model: ConsoleModel }>) {
  const isAdopted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const shown = useMemo(() => (isAdopted ? model : asShell(model)), [model, isAdopted]);
  return (
    <ConsoleContext value={shown}>
      <BrokenScreen t={shown.t}>
        <Console />
      </BrokenScreen>
    </ConsoleContext>
  );
}

function never(): () => void {
  return () => undefined;
}
