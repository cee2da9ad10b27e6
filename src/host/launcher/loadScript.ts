import { advise } from './advise.ts';

/** A script of ours: where it came from, and the nonce that the page's policy gave it. */
export type OwnScript = Readonly<{ src: string; nonce?: string }>;

/**
 * Loads a file from beside ours, as a classic script: that works from another origin without any header.
 * Fulfilled in any case: whoever waits looks whether what it brings is there.
 */
export function loadScript(document: Document, { src, nonce }: OwnScript, file: string): Promise<unknown> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.addEventListener('load', resolve);
    script.addEventListener('error', (event) => {
      advise(`${file} could not be loaded: it must lie beside launcher.js, and script-src must allow it`);
      resolve(event);
    });
    if (nonce) script.nonce = nonce;
    script.src = new URL(file, src).href;
    document.head.append(script);
  });
}
