import { assertNever } from '../../lib/assertNever.ts';
import type { News } from '../../session/ports.ts';

/** The operation that carries a piece of news, and its fields. Source: protocol/gms-chat.md §3.2. */
export function newsBody(news: News): [operation: string, fields: Record<string, string>] {
  switch (news.type) {
    case 'read':
      return ['readReceipt', { transcriptPosition: String(news.position) }];
    case 'page':
      return ['pushUrl', { pushUrl: news.url }];
    case 'notice':
      return ['customNotice', { message: news.text }];
    default:
      return assertNever(news);
  }
}
