import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { EMOJIS } from './emojis.ts';

type Props = Readonly<{
  label: string;
  opener: RefObject<HTMLElement | null>;
  onChoose: (emoji: string) => void;
  /** the focus goes back to the opener */
  onClose: () => void;
  /** the focus goes where the person sent it */
  onLeave: () => void;
}>;

/**
 * A grid as people know it: one stop of the Tab key, arrows move in it, Home and End go to the ends of a row. Screen
 * readers know the name of each emoji in the visitor's language, better than a list of ours could.
 */
export function EmojiPicker({ label, opener, onChoose, onClose, onLeave }: Props): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState({ row: 0, column: 0 });

  useEffect(() => grid.current?.querySelector('button')?.focus(), []);

  const pointedAt = useEffectEvent((target: EventTarget | null) => {
    const isInside =
      target instanceof Node && (grid.current?.contains(target) || opener.current?.contains(target));
    if (!isInside) onLeave();
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('pointerdown', (event) => pointedAt(event.target), { signal });
    return () => listening.abort();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') return onLeave();
    if (event.key === 'Escape') {
      event.preventDefault();
      return onClose();
    }
    const { row, column } = current;
    const next = {
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row, column: 0 },
      End: { row, column: (EMOJIS[row]?.length ?? 1) - 1 },
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const target = grid.current?.children[next.row]?.children[next.column]?.querySelector('button');
    if (!target) return;
    setCurrent(next);
    target.focus();
  }

  return (
    <div className="emoji-picker" role="dialog" aria-label={label}>
      <div role="grid" tabIndex={-1} aria-label={label} ref={grid} onKeyDown={onKeyDown}>
        {EMOJIS.map((emojis, row) => (
          <div key={row} className="emoji-row" role="row">
            {emojis.map((emoji, column) => (
              <span key={emoji} role="gridcell">
                <button
                  type="button"
                  className="emoji-choice"
                  tabIndex={row === current.row && column === current.column ? 0 : -1}
                  onClick={() => onChoose(emoji)}
                >
                  {emoji}
                </button>
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
