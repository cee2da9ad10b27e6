import type { RequestHandler } from 'msw';
import { bypass, http, HttpResponse } from 'msw';
import { PICTURE_ORIGIN } from './demoPictures.ts';

const KEY = 'simulated-chat-api';

/** Which chat API is tried instead of that of `config.json`. */
export const CHAT_APIS = ['config.json', 'v1', 'v2'] as const;

/** From the next load of the page on. */
export function tryChatApi(api: string): void {
  sessionStorage.setItem(KEY, api);
}

/** The page's own `config.json`, with what the scripts need to show all they have. Anything unreadable stays as it is. */
export function configHandler(): RequestHandler {
  return http.get('*/config.json', async ({ request }) => {
    const text = await (await fetch(bypass(request))).text();
    const config = parseObject(text);
    if (config === null) return new HttpResponse(text);
    const api = sessionStorage.getItem(KEY);
    const tried = api === 'v1' || api === 'v2' ? { api } : {};
    const { chat } = config;
    const own = typeof chat === 'object' ? chat : {};
    return HttpResponse.json({ ...config, chat: { imageOrigins: [PICTURE_ORIGIN], ...own, ...tried } });
  });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
