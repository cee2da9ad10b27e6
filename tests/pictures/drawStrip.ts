import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';

export type Shot = Readonly<{ image: string; width: number; height: number }>;

/** What the window shows now, once nothing moves in it any more. */
export async function shotOf(page: Page): Promise<Shot> {
  // a pointer left on a button gives it another colour
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return { image: image.toString('base64'), width, height };
}

const STYLE = `
  body { margin: 0 }
  main { display: inline-flex; gap: 20px; padding: 20px; background: #e8ecf4 }
  img { border-radius: 12px; box-shadow: 0 4px 16px #16202c2e }`;

/** Windows side by side as one picture, `docs/images/{name}`: WebP, a third of the size of PNG. */
export async function drawStrip(page: Page, name: string, shots: readonly Shot[]): Promise<void> {
  const images = shots.map(
    ({ image, width, height }) =>
      `<img src="data:image/png;base64,${image}" width="${width}" height="${height}">`,
  );
  const sheet = await page.context().newPage();
  const width = shots.reduce((sum, shot) => sum + shot.width + 20, 20);
  const height = Math.max(...shots.map((shot) => shot.height)) + 40;
  await sheet.setViewportSize({ width, height });
  await sheet.setContent(`<style>${STYLE}</style><main>${images.join('')}</main>`);
  const client = await sheet.context().newCDPSession(sheet);
  const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const file = path.join('docs/images', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(data, 'base64'));
  await sheet.close();
}
