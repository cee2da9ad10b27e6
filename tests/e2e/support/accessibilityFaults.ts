import AxeBuilder from 'axe-core';
import type { Page } from '@playwright/test';

/** What a screen reader would stumble over, by rule; open shadow roots are looked into, frames of others are not. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
