import type { RichCard } from '../../session/richContent.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { RichCardView } from './RichCardView.tsx';

/** Cards side by side. It scrolls by touch, wheel and arrow keys, and takes the focus so that it can. */
export function Carousel({ cards, index }: Readonly<{ cards: readonly RichCard[]; index: number | null }>) {
  const t = useExtraT();
  return (
    <div className="carousel" role="group" aria-label={t('rich.cards', { count: cards.length })} tabIndex={0}>
      <ul className="carousel-cards" role="list">
        {cards.map((card, place) => (
          <li key={place}>
            <RichCardView card={card} index={index} />
          </li>
        ))}
      </ul>
    </div>
  );
}
