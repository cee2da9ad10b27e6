const RESOURCES = '/server/';

/**
 * Where Web Engagement is: what the options say, else the server that the tracker (`<script id="_gt">`)
 * or our own script was loaded from. Null: nobody to tell.
 */
export function gweServer(document: Document, gweUrl: string | undefined, beside: string): string | null {
  if (gweUrl !== undefined) return new URL(gweUrl, document.baseURI).href.replace(/\/+$/, '');
  const tracker = document.getElementById('_gt');
  const scripts = [tracker instanceof HTMLScriptElement ? tracker.src : '', beside];
  return scripts.find((src) => src.includes(RESOURCES))?.split(RESOURCES, 1)[0] ?? null;
}
