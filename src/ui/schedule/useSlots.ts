import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { availabilityQuery } from '../../queries/availabilityQuery.ts';
import type { Slot } from '../../queries/loadCallbacks.ts';
import type { Failure } from '../../session/failure.ts';
import { failureOf } from '../../session/failure.ts';
import { useConsole } from '../ConsoleContext.ts';

const DAYS_AT_A_TIME = 7;
const WEEK_MS = DAYS_AT_A_TIME * 86_400_000;
/** Services refuse what lies too far ahead. */
const MOST_WEEKS = 4;

type Slots = Readonly<{
  slots: readonly Slot[];
  from: number;
  until: number;
  days: number;
  isLoading: boolean;
  failure: Failure | null;
  /** null when no more can be asked for */
  more: (() => void) | null;
  again: () => void;
}>;

/** The slots from now on, a week at a time. What could not be loaded does not take away what was. */
export function useSlots(): Slots {
  const { loadCallbacks } = useConsole();
  const [from] = useState(() => Date.now());
  const [weeks, setWeeks] = useState(1);
  const results = useQueries({
    queries: Array.from({ length: weeks }, (_, week) =>
      availabilityQuery(loadCallbacks, { start: from + week * WEEK_MS, days: DAYS_AT_A_TIME }),
    ),
  });
  const failed = results.find((result) => result.error !== null && result.data === undefined);
  const isLoading = results.some((result) => result.isFetching && result.data === undefined);
  return {
    slots: results.flatMap((result) => result.data ?? []),
    from,
    until: from + weeks * WEEK_MS,
    days: weeks * DAYS_AT_A_TIME,
    isLoading,
    failure: failed === undefined || isLoading ? null : failureOf(failed.error),
    more: weeks < MOST_WEEKS && !isLoading && !failed ? () => setWeeks(weeks + 1) : null,
    again: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}
