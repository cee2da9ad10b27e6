/** What a strategy sends to a page. Source: protocol/gwe-engagement.md §2.2. */
export type NotificationMessage = Readonly<{
  /** the page view it is meant for; without it, every page of the visit */
  page?: string;
  channel: string;
  data: Readonly<Record<string, unknown>>;
}>;

/** The messages of a delivery, which may be one or the whole notification (§2.4); what is none is left out. */
export function readNotification(data: unknown): readonly NotificationMessage[] {
  const messages: readonly unknown[] = Array.isArray(data) ? data : [data];
  return messages.flatMap((message) => {
    const { page, channel, data: details } = membersOf(message);
    if (typeof channel !== 'string') return [];
    return [{ ...(typeof page === 'string' && { page }), channel, data: membersOf(details) }];
  });
}

export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
