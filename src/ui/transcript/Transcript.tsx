import { Suspense } from 'react';
import type { Role } from '../../session/chatEvent.ts';
import { selectIsElsewhere, selectTypist } from '../../session/selectors.ts';
import type { Translator } from '../../i18n/translator.ts';
import { useSession, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { EmptyState } from './EmptyState.tsx';
import { incomingSince } from './incomingSince.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { noticeRole } from './noticeRole.ts';
import { createNamer } from './senderName.ts';
import { SharedFile } from './SharedFile.tsx';
import type { Row } from './toRows.ts';
import { toRows } from './toRows.ts';
import { useIsPrinting } from './useIsPrinting.ts';
import { useReadingPlace } from './useReadingPlace.ts';

const EarlierPages = lazyPart(async () => (await import('./EarlierPages.tsx')).EarlierPages);
const TypingDots = lazyPart(async () => (await loadLateParts()).TypingDots);
const LinkCard = lazyPart(async () => (await loadLateParts()).LinkCard);

/** The conversation: windowed, following its end unless somebody reads back. */
export function Transcript() {
  const t = useT();
  const entries = useSession((state) => state.conversation.entries);
  const participants = useSession((state) => state.conversation.participants);
  const outbox = useSession((state) => state.outbox);
  const canAct = useSession((state) => state.phase === 'chat' && !selectIsElsewhere(state));
  const isInPages = useSession((state) => state.conversation.pages !== undefined);
  const typist = useSession(selectTypist);
  const isPrinting = useIsPrinting();

  const { log, list, seen, onScroll, showEarlier, makeRoom, goTo, ...place } = useReadingPlace(
    entries.length,
    outbox.length,
  );
  const start = isPrinting ? 0 : place.start;
  const rows = toRows(entries, outbox, start).map((row, place) =>
    // on paper nobody knows what day it was
    isPrinting && place === 0 ? { ...row, startsDay: true } : row,
  );
  const nameOf = createNamer(t, participants);
  const fresh = seen === null ? [] : incomingSince(entries, seen);

  function goToFirstNew(): void {
    const position = rows.findIndex((row) => row.key === fresh[0]?.key);
    goTo(list.current?.children[position] ?? null);
  }

  return (
    <div className="conversation">
      <div
        className="transcript"
        ref={log}
        role="log"
        aria-label={t('transcript.label')}
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
        data-word-label="transcript.label"
        suppressHydrationWarning
      >
        {start > 0 && (
          <button type="button" className="button earlier" onClick={showEarlier}>
            {t('transcript.earlier', { count: start })}
          </button>
        )}
        {isInPages && start === 0 && (
          <Suspense>
            <EarlierPages log={log} onArrival={makeRoom} />
          </Suspense>
        )}
        {rows.length === 0 && <EmptyState />}
        <ul className="rows" ref={list} role="list">
          {rows.map((row) => renderRow(row, { t, nameOf, canAct, isUnfolded: isPrinting }))}
        </ul>
        <Suspense>{typist !== null && <TypingDots name={nameOf(typist.id, typist.role)} />}</Suspense>
      </div>
      {fresh.length > 0 && (
        <button type="button" className="button new-messages" onClick={goToFirstNew}>
          {t('transcript.new', { count: fresh.length })}
        </button>
      )}
    </div>
  );
}

type Surroundings = Readonly<{
  t: Translator;
  nameOf: (from: string, role: Role) => string;
  canAct: boolean;
  isUnfolded: boolean;
}>;

/** Rows are given what does not change by itself, so that only a row whose words changed is rendered again. */
function renderRow(row: Row, { t, nameOf, canAct, isUnfolded }: Surroundings) {
  const day = row.startsDay && row.at !== null ? t.day(row.at) : null;
  if (row.kind === 'notice') {
    const { key, index, at, notice, also } = row;
    const other = also === null ? null : nameOf(also.from, noticeRole(also.notice));
    return (
      <NoticeLine
        key={key}
        index={index}
        at={at}
        notice={notice}
        name={nameOf(row.from, noticeRole(notice))}
        other={other}
        day={day}
      />
    );
  }
  const { key, index, at, role, isFirst, isLast } = row;
  const common = { index, at, role, isFirst, isLast, name: nameOf(row.from, role), day };
  if (row.kind === 'link')
    return (
      <Suspense key={key}>
        <LinkCard {...common} url={row.url} />
      </Suspense>
    );
  if (row.kind === 'file') return <SharedFile key={key} file={row} {...common} />;
  const { text, rich = null, state, isConfirmed, isDoubled, failure } = row;
  return (
    <MessageBubble
      key={key}
      id={key}
      {...common}
      text={text}
      rich={rich}
      state={state}
      isConfirmed={isConfirmed}
      isDoubled={isDoubled}
      failure={failure}
      canAct={canAct}
      isUnfolded={isUnfolded}
    />
  );
}
