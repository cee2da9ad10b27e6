import { use, useState, useSyncExternalStore } from 'react';
import styles from '../../theme/host.css?url';
import type { Phase } from '../../session/state.ts';
import { callWords } from '../calls/callWords.ts';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import type { HostOffer, HostSlot } from '../ConsoleModel.ts';
import { AskTwice } from '../screens/AskTwice.tsx';

type Wish = HostOffer['grants'][number];

/** What the host of this window grants, once there is one that does. */
export function HostButtons({ subscribe, get }: HostSlot) {
  const offer = useSyncExternalStore(subscribe, get);
  return offer && <OfferedButtons {...offer} />;
}

/** Closing the window ends what is under way: that is asked for twice. */
function OfferedButtons({ grants, isWindow, onWish }: HostOffer) {
  const plain = useT();
  const t = plain.withCalls(use(callWords(plain.locale)));
  const dispatch = useDispatch();
  const phase = useSession((state) => state.phase);
  const [isAsking, setIsAsking] = useState(false);
  // an asynchronous chat goes on without its window
  const isAsync = useSession((state) => state.phase === 'chat' && state.order?.isAsync === true);
  const isLive = LIVE.has(phase) && !isAsync;
  if (isAsking && !isLive) setIsAsking(false);

  const offered: readonly (readonly [Wish, string])[] = [
    ['move', t(isWindow ? 'host.toPage' : 'host.toWindow')],
    ['minimize', t('host.minimize')],
    ['close', t('host.close')],
  ];

  function act(wish: Wish): void {
    if (wish === 'close' && isLive) setIsAsking(true);
    else onWish(wish);
  }

  function end(): void {
    dispatch({ type: 'endRequested' });
    onWish('close');
  }

  return (
    <>
      <link rel="stylesheet" href={styles} precedence="calls" />
      <div className="host-buttons">
        {offered.map(
          ([wish, label]) =>
            grants.includes(wish) &&
            (wish !== 'move' || MOVABLE.has(phase)) && (
              <button
                key={wish}
                type="button"
                className="more-button"
                aria-label={label}
                title={label}
                onClick={() => act(wish)}
              >
                <Sign d={wish === 'move' && isWindow ? BACK : SIGNS[wish]} />
              </button>
            ),
        )}
      </div>
      {isAsking && (
        <AskTwice
          question={t('end.question')}
          text={t('end.text')}
          keep={t('end.keep')}
          goOn={t('end.end')}
          onKeep={() => setIsAsking(false)}
          onGoOn={end}
        />
      )}
    </>
  );
}

/** Closing the window would end something. */
const LIVE: ReadonlySet<Phase> = new Set(['starting', 'chat', 'waiting', 'dialog']);
/** Something that another window can go on with. */
const MOVABLE: ReadonlySet<Phase> = new Set(['form', 'starting', 'chat', 'waiting', 'dialog', 'failed']);

const SIGNS = {
  minimize: 'M6 18h12',
  move: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  close: 'M6 6l12 12M18 6L6 18',
} as const satisfies Record<Wish, string>;
const BACK = 'M20 4l-8 8M12 6v6h6M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5';

/** Drawn like `Icon`, whose signs every console loads. */
function Sign({ d }: Readonly<{ d: string }>) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={d} />
    </svg>
  );
}
