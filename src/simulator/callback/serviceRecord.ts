/** One running service: a callback, a basic chat or an access number. Plain JSON. Source: protocol/gms-callback.md §2.2. */
export type ServiceRecord = {
  id: string;
  /** the service name of the start */
  service: string;
  media: 'voice' | 'chat';
  direction: 'USERORIGINATED' | 'USERTERMINATED';
  /** whether the start asked for an access code */
  givesCode: boolean;
  number: string;
  /** attached data: the keys without an underscore */
  data: Record<string, string>;
  createdAt: number;
  /** ISO time of a scheduled callback */
  desiredTime: string | null;
  /** when the customer is dialled, for records whose state moves by itself */
  dialledAt: number | null;
  /** why it is over, once it was ended from outside */
  endedBy: 'CANCELLED' | 'FAIL_NO_CUSTOMER_NUMBER' | 'FAIL_IXN_UNKNOWN_MEDIA_TYPE' | null;
  /** place in the queue; counts down with each question */
  position: number;
  /** what a Bayeux client of the one who ordered is told, and from when on; null when there is nothing to tell */
  notice: { gmsUser: string; action: 'connect' | 'menu'; dueAt: number } | null;
  /** the chat that was created under this service */
  chatId: string | null;
};

/** Records live for a day (`_ttl`). */
export const RECORD_TTL_MS = 86_400_000;
