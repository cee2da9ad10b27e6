import type { ReactNode } from 'react';
import { assertNever } from '../../lib/assertNever.ts';
import type { RichContent } from '../../session/richContent.ts';
import styles from '../../theme/rich.css?url';
import { useSettings } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { MessageText } from '../transcript/MessageText.tsx';
import { Carousel } from './Carousel.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { QuickReplies } from './QuickReplies.tsx';
import { RichCardView } from './RichCardView.tsx';

type Props = Readonly<{
  /** key of the entry, and its index, which an answer names */
  id: string;
  index: number | null;
  rich: RichContent;
  /** the words of the message, for what has none of its own */
  words: ReactNode;
}>;

/** What stands below the words of a rich message, and works until it is answered or the chat is over. */
export function RichMessage({ id, index, rich, words }: Props): ReactNode {
  const t = useExtraT();
  const { markdown } = useSettings().chat;
  return (
    <>
      <link rel="stylesheet" href={styles} precedence="rich" />
      <div className="rich">
        {rich.text !== '' && (
          <div className="bubble" dir="auto">
            <MessageText text={rich.text} isFormatted={markdown} />
          </div>
        )}
        {rich.kind === 'quickReplies' && rich.text === '' && words}
        <Body id={id} index={index} rich={rich} />
        {rich.isPartial && <p className="rich-note">{t('rich.partial')}</p>}
      </div>
    </>
  );
}

function Body({ id, index, rich }: Omit<Props, 'words'>) {
  switch (rich.kind) {
    case 'quickReplies':
      return <QuickReplies id={id} replies={rich.replies} />;
    case 'choice':
      return <ChoiceList id={id} index={index} cards={rich.cards} />;
    case 'cards':
      if (rich.arrangement === 'carousel') return <Carousel index={index} cards={rich.cards} />;
      return (
        <ul className="rich-list" role="list">
          {rich.cards.map((card, place) => (
            <li key={place}>
              <RichCardView card={card} index={index} />
            </li>
          ))}
        </ul>
      );
    default:
      return assertNever(rich);
  }
}
