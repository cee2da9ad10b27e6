import { createContext, use, useSyncExternalStore } from 'react';
import { beep } from './beep.ts';

/** Whether there is sound, and how to make some. */
export interface Sound {
  isOn(): boolean;
  toggle(): void;
  /** Silent while the sound is off. */
  play(): void;
  subscribe(listener: () => void): () => void;
}

export function createSound(): Sound {
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

export const SoundContext = createContext(createSound());

export function useSound(): Readonly<{ isOn: boolean; sound: Sound }> {
  const sound = use(SoundContext);
  const isOn = useSyncExternalStore(sound.subscribe, sound.isOn, () => false);
  return { isOn, sound };
}
