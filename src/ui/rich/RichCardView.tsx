import type { RichCard, RichPart } from '../../session/richContent.ts';
import { assertNever } from '../../lib/assertNever.ts';
import { MessageText } from '../transcript/MessageText.tsx';
import { RichActs } from './RichActs.tsx';
import { RichPicture } from './RichPicture.tsx';

type Props = Readonly<{ card: RichCard; index: number | null }>;

/** One card: picture, title, words, and what can be done with it. */
export function RichCardView({ card, index }: Props) {
  const { title, text, image, acts, parts } = card;
  return (
    <div className="rich-card">
      {image && <RichPicture image={image} />}
      {title !== '' && (
        <p className="rich-title" dir="auto">
          {title}
        </p>
      )}
      {text !== '' && (
        <div className="rich-text" dir="auto">
          <MessageText text={text} isFormatted />
        </div>
      )}
      {parts.map((part, place) => (
        <Part key={place} part={part} index={index} />
      ))}
      <RichActs acts={acts} label="" index={index} />
    </div>
  );
}

function Part({ part, index }: Readonly<{ part: RichPart; index: number | null }>) {
  switch (part.type) {
    case 'text':
      return (
        <div className="rich-text" dir="auto">
          <MessageText text={part.text} isFormatted />
        </div>
      );
    case 'image':
      return <RichPicture image={part.image} />;
    case 'button':
      return <RichActs acts={part.acts} label={part.text} index={index} />;
    default:
      return assertNever(part);
  }
}
