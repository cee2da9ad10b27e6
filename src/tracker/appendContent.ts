/**
 * `gpe.appendContent`: fetches a piece of HTML and appends it to the page itself; its external scripts run, once each.
 * An address without a host is one of the server. Source: protocol/gwe-engagement.md §2.3.
 */
export async function appendContent(
  document: Document,
  server: string,
  { url, container }: Readonly<Record<string, unknown>>,
  send: typeof fetch,
): Promise<void> {
  if (typeof url !== 'string') return;
  const response = await send(new URL(url, server));
  if (!response.ok) throw new Error(`The content could not be had: ${response.status}`);
  const content = new DOMParser().parseFromString(await response.text(), 'text/html');
  const nodes = [...content.head.childNodes, ...content.body.childNodes];
  for (const node of nodes) document.adoptNode(node);
  placeFor(document, container).append(...nodes.map((node) => runnable(document, node)));
}

function placeFor(document: Document, container: unknown): Element {
  try {
    return (typeof container === 'string' && document.querySelector(container)) || document.body;
  } catch {
    // not a selector
    return document.body;
  }
}

/** A script that came out of a parser never runs: a new one with the same attributes does. */
function runnable(document: Document, node: ChildNode): ChildNode {
  if (!(node instanceof HTMLElement)) return node;
  for (const script of node.querySelectorAll('script')) script.replaceWith(copyOf(document, script));
  return node instanceof HTMLScriptElement ? copyOf(document, node) : node;
}

function copyOf(document: Document, script: HTMLScriptElement): HTMLScriptElement {
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  return copy;
}
