import type { Happening, PartyType } from '../chat/chat.ts';

/** Who acts: a nickname, or nobody for whoever joined last and is still there. */
type By = Readonly<{ by?: string }>;

/** One thing that happens in a chat by itself, or that the script waits for. Plain JSON: it lives in snapshots. */
export type Step =
  | Readonly<{ do: 'wait'; ms: number }>
  | Readonly<{ do: 'join'; name: string; party: PartyType; isBot: boolean }>
  | (Readonly<{ do: 'leave' }> & By)
  | (Readonly<{ do: 'rename'; name: string }> & By)
  | (Readonly<{ do: 'typing'; isTyping: boolean }> & By)
  | (Readonly<{ do: 'emit'; event: Happening }> & By)
  | (Readonly<{ do: 'sayOneOf'; texts: readonly [string, ...string[]] }> & By)
  /** puts a file into the chat; one character for each byte */
  | (Readonly<{ do: 'share'; name: string; content: string }> & By)
  /** says what the visitor said last */
  | (Readonly<{ do: 'echo' }> & By)
  | (Readonly<{ do: 'burst'; count: number }> & By)
  /** events that only agents see: they leave a hole in the indices */
  | Readonly<{ do: 'hide'; count: number }>
  | (Readonly<{ do: 'idleAlert'; seconds: number; text: string }> & By)
  /** goes on when the visitor's activity has called the alert off */
  | Readonly<{ do: 'holdIdle' }>
  /** goes on with the visitor's next message; if that is a farewell, with `bye` instead of all that was to come */
  | Readonly<{ do: 'awaitVisitor'; bye: readonly Step[] }>
  | Readonly<{ do: 'repeat'; times: number; steps: readonly Step[] }>
  | Readonly<{ do: 'end' }>;
