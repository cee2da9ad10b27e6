import type { Page } from '@playwright/test';

/** What a console said to its host page so far. */
export type Heard = Readonly<{ type: string; [field: string]: unknown }>;

/** Runs a line of script in the host page, where `host` and `heard` are. */
export function act(page: Page, script: string): Promise<unknown> {
  return page.evaluate(script);
}

/** Everything that the console in this window has said, in order. */
export async function heardFrom(page: Page, name: string): Promise<readonly Heard[]> {
  return page.evaluate<readonly Heard[]>(`heard[${JSON.stringify(name)}] ?? []`);
}

/** The types of what was said, for a short look. */
export async function typesFrom(page: Page, name: string): Promise<readonly string[]> {
  return (await heardFrom(page, name)).map(({ type }) => type);
}
