import { useSyncExternalStore } from 'react';
import type { Session } from '../../session/createSession.ts';
import { useConsole } from '../ConsoleContext.ts';
import { beep } from './beep.ts';

/** Whether there is sound, and how to make some. */
export interface Sound {
  isOn(): boolean;
  toggle(): void;
  /** Silent while the sound is off. */
  play(): void;
  subscribe(listener: () => void): () => void;
}

function createSound(): Sound {
  const listeners = new Set<() => void>();
  let isOn = false;
  let audio: AudioContext | null = null;

  function play(): void {
    if (!isOn) return;
    try {
      audio ??= new AudioContext();
      beep(audio);
    } catch {
      // no device, or too many of them: what the sound was for is also written
    }
  }

  return {
    isOn: () => isOn,
    toggle() {
      isOn = !isOn;
      // a sample of it, and the gesture without which browsers allow no sound
      play();
      for (const listener of listeners) listener();
    },
    play,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One for all that belongs to a session, wherever on the page it stands. */
const sounds = new WeakMap<Session, Sound>();

export function useSound(): Readonly<{ isOn: boolean; sound: Sound }> {
  const { session } = useConsole();
  const sound = sounds.get(session) ?? createSound();
  sounds.set(session, sound);
  const isOn = useSyncExternalStore(sound.subscribe, sound.isOn, () => false);
  return { isOn, sound };
}
