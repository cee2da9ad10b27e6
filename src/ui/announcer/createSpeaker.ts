/** Something to be said: `isMessage` counts when there is too much to say. */
export type Saying = Readonly<{ text: string; isMessage: boolean }>;

export type Speaker = Readonly<{ say: (sayings: readonly Saying[]) => void; stop: () => void }>;

/** What comes within this time is said together. */
const BATCH_MS = 1_000;
/** A text is taken away when every screen reader has picked it up: nobody is to find it by browsing. */
const CLEAR_AFTER_MS = 1_500;
/** From so many messages on, only their number is said. */
const TOO_MANY = 4;
const LONGEST = 300;

/** Speaks at most once a second, and never for long. `show` puts a text into the live region; empty clears it. */
export function createSpeaker(show: (text: string) => void, summary: (count: number) => string): Speaker {
  let waiting: Saying[] = [];
  let speaking: ReturnType<typeof setTimeout> | undefined;
  let clearing: ReturnType<typeof setTimeout> | undefined;

  function speak(): void {
    const messages = waiting.filter(({ isMessage }) => isMessage).length;
    const text = messages >= TOO_MANY ? summary(messages) : waiting.map((saying) => saying.text).join('\n');
    waiting = [];
    speaking = undefined;
    show(shortened(text));
    clearTimeout(clearing);
    clearing = setTimeout(() => show(''), CLEAR_AFTER_MS);
  }

  return {
    say(sayings) {
      if (sayings.length === 0) return;
      // two parts may have noticed the same; two messages that are alike are two
      const isNews = ({ text, isMessage }: Saying) => isMessage || waiting.every((one) => one.text !== text);
      waiting = waiting.concat(sayings.filter(isNews));
      speaking ??= setTimeout(speak, BATCH_MS);
    },
    stop() {
      clearTimeout(speaking);
      clearTimeout(clearing);
    },
  };
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST * 2));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
