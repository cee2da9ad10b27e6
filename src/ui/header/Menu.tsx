import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import styles from '../../theme/menu.css?url';

export type MenuItem = Readonly<{ id: string; label: string; value?: string; act: () => void }>;

type Props = Readonly<{
  label: string;
  items: readonly MenuItem[];
  opener: RefObject<HTMLElement | null>;
  /** the focus goes back to the opener */
  onClose: () => void;
  /** the focus goes where the person sent it */
  onLeave: () => void;
}>;

/** A menu as people know it: arrows, Home and End move, Escape closes, Tab and a click elsewhere leave. */
export function Menu({ label, items, opener, onClose, onLeave }: Props) {
  const menu = useRef<HTMLDivElement>(null);

  // at first, and when the item that had the focus is no longer possible
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement === opener.current;
    if (isFree) itemsOf(menu.current)[0]?.focus();
  });

  const pointedAt = useEffectEvent((target: EventTarget | null) => {
    const isInside =
      target instanceof Node && (menu.current?.contains(target) || opener.current?.contains(target));
    if (!isInside) onLeave();
  });
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener('pointerdown', (event) => pointedAt(event.target), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') return onLeave();
    const elements = itemsOf(menu.current);
    const place = elements.findIndex((element) => element === document.activeElement);
    const target = {
      ArrowDown: () => elements[(place + 1) % elements.length],
      ArrowUp: () => elements.at(place - 1),
      Home: () => elements[0],
      End: () => elements.at(-1),
    }[event.key];
    if (target === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (target) target()?.focus();
    else onClose();
  }

  function choose(item: MenuItem): void {
    onClose();
    item.act();
  }

  return (
    <>
      <link rel="stylesheet" href={styles} precedence="menu" />
      <div className="menu" role="menu" tabIndex={-1} aria-label={label} ref={menu} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            className="menu-item"
            role="menuitem"
            tabIndex={-1}
            aria-describedby={item.value === undefined ? undefined : `menu-${item.id}`}
            onClick={() => choose(item)}
          >
            {item.label}
            {item.value !== undefined && (
              <span className="menu-value" id={`menu-${item.id}`} aria-hidden="true">
                {item.value}
              </span>
            )}
          </button>
        ))}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
