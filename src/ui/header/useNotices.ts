import { useState } from 'react';
import { useConsole, useT } from '../ConsoleContext.ts';

/** Whether the system tells of new messages, and the switch: the first turn of it asks the visitor. */
export function useNotices(): Readonly<{ isOn: boolean; toggle: () => void }> {
  const { session } = useConsole();
  const t = useT();
  const [stop, setStop] = useState<(() => void) | null>(null);

  async function begin(): Promise<void> {
    const { notifySystem } = await import('../notices/notifySystem.ts');
    const end = await notifySystem(session, t('transcript.new', { count: 1 }));
    setStop(() => end);
  }

  return {
    isOn: stop !== null,
    toggle() {
      stop?.();
      setStop(null);
      // without it the sound and the title still tell
      if (stop === null) begin().catch(() => undefined);
    },
  };
}
