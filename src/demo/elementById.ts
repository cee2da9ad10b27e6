/** An element that the page is known to have. */
export function elementById<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`shop.html has no ${kind.name} with the id "${id}"`);
}
