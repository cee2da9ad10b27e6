/** How an order is changed: once, now, and one change after the other. */
export function writing(serviceId: string) {
  return {
    // what may have arrived is never repeated by itself
    retry: false,
    // never kept for later: an order that changes minutes after the click is one that nobody expects
    networkMode: 'always',
    // a cancellation must not overtake a change of time
    scope: { id: `callback ${serviceId}` },
  } as const;
}

/** Of a change nobody loses interest: the request has its own time limit. */
export function untilItIsDone(): AbortSignal {
  return new AbortController().signal;
}
