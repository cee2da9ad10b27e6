import type { RichCard } from '../../session/richContent.ts';
import { useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { ownWordsAfter } from './ownWordsAfter.ts';
import { RichPicture } from './RichPicture.tsx';
import { selectMayAnswer } from './selectMayAnswer.ts';
import { useSay } from './useSay.ts';

type Props = Readonly<{ id: string; index: number | null; cards: readonly RichCard[] }>;

/** A list of which one is chosen, once: then it stays as it is, with the choice marked. */
export function ChoiceList({ id, index, cards }: Props) {
  const t = useExtraT();
  const say = useSay();
  const isOpen = useSession(selectMayAnswer);
  const chosen = useSession((state) => {
    const words = ownWordsAfter(state, id);
    const texts = cards.map(textOf);
    // a server that does not hand back what a message answers leaves only its words to go by
    const answer = words.find(({ answers }) => answers !== undefined && answers === index);
    return answer?.text ?? words.find(({ text }) => texts.includes(text))?.text ?? null;
  });
  return (
    <ul className="rich-list" role="list" aria-label={t('rich.choices')}>
      {cards.map((card, place) => {
        const text = textOf(card);
        const isChosen = text === chosen;
        const isLocked = chosen !== null || !isOpen || text === '';
        return (
          <li key={place}>
            <button
              type="button"
              className="rich-choice"
              aria-disabled={isLocked}
              aria-pressed={isChosen}
              onClick={() => !isLocked && say(text, index)}
            >
              {card.image && (
                <RichPicture image={card.title === '' ? card.image : { ...card.image, alt: '' }} />
              )}
              <span className="rich-choice-words" dir="auto">
                <span className="rich-choice-title">{card.title}</span>
                {card.text !== '' && <span className="rich-note">{card.text}</span>}
              </span>
              {isChosen && <span className="rich-choice-mark">{t('rich.chosen')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What choosing a card says: what it, or the first of its parts that says something, sends; else its title. */
function textOf({ acts, parts, title }: RichCard): string {
  const all = [...acts, ...parts.flatMap((part) => (part.type === 'button' ? part.acts : []))];
  return all.find((act) => act.type === 'say')?.text ?? title;
}
