import type { OwnScript } from './loadScript.ts';

/** The element that this script came with: by it we know where the console is, and what the page's policy wants. */
export function ownScript(document: Document, file: string): OwnScript {
  const own = document.currentScript;
  if (own instanceof HTMLScriptElement) return own;
  // evaluated by somebody else's loader: then there is no current script, but mostly one of that name
  return document.querySelector<HTMLScriptElement>(`script[src*="/${file}"]`) ?? { src: '' };
}
