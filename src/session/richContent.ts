/**
 * What a message shows beside its words, in our words: `gms/` makes it from the structured content of a message.
 * Whoever cannot show it has the words of the message. Source: protocol/gms-chat.md §5.4, genesys-widgets-observed.md.
 */
export type RichContent = Readonly<{
  /** said above it, instead of the words of the message; may be empty */
  text: string;
  /** something in it was left out: a command, markup, a kind we do not know */
  isPartial: boolean;
}> &
  (
    | Readonly<{ kind: 'quickReplies'; replies: readonly QuickReply[] }>
    /** `carousel`: side by side, one or two seen at a time */
    | Readonly<{ kind: 'cards'; arrangement: 'list' | 'carousel'; cards: readonly RichCard[] }>
    /** a list of which one is chosen, once */
    | Readonly<{ kind: 'choice'; cards: readonly RichCard[] }>
  );

/** Its text is what is sent. */
export type QuickReply = Readonly<{ text: string; image: RichImage | null }>;

export type RichCard = Readonly<{
  title: string;
  /** may hold the few signs of Markdown that we read */
  text: string;
  image: RichImage | null;
  /** what the card as a whole does */
  acts: readonly RichAct[];
  parts: readonly RichPart[];
}>;

export type RichPart =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'image'; image: RichImage }>
  /** does all that stands in `acts` */
  | Readonly<{ type: 'button'; text: string; acts: readonly RichAct[] }>;

export type RichAct =
  /** sends this text as a message that answers the rich one */
  | Readonly<{ type: 'say'; text: string }>
  /** shows a page, as it was given: not checked yet */
  | Readonly<{ type: 'open'; url: string }>;

/** An address as it was given, and what the picture shows; may be empty. */
export type RichImage = Readonly<{ url: string; alt: string }>;
