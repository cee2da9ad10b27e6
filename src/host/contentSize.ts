export type ContentSize = Readonly<{ width: number; height: number }>;

/** A column of text that reads well, and a conversation of some length, in rem. Source: design, mockup. */
const WIDTH = 25;
const HEIGHT = 40;

/** What fills the window below the header where there is no conversation: a form, a number to call. */
const PANEL = 'main > .panel';

/**
 * Tells how much room the content would like, in CSS pixels, and again whenever that changes. A conversation scrolls
 * and gets what reads well; a panel what it takes to scroll nowhere. Nothing of it depends on the room there is: a
 * host may follow without the two driving each other on.
 */
export function watchContentSize(page: Window, tell: (size: ContentSize) => void): void {
  const { body } = page.document;
  let last: ContentSize | null = null;

  function look(): void {
    const size = contentSize(page);
    if (size.width === last?.width && size.height === last.height) return;
    last = size;
    tell(size);
  }

  const sizes = new ResizeObserver(look);
  const follow = (): void => {
    sizes.disconnect();
    // width and size of text decide how high it is
    for (const element of [body, ...body.querySelectorAll(`${PANEL} > *`)]) sizes.observe(element);
  };
  new MutationObserver(follow).observe(body, { childList: true, subtree: true });
  look();
  follow();
}

function contentSize(page: Window): ContentSize {
  const { document } = page;
  const rem = Number.parseFloat(page.getComputedStyle(document.documentElement).fontSize) || 16;
  const width = Math.round(WIDTH * rem);
  const panel = document.querySelector<HTMLElement>(PANEL);
  if (!panel?.parentElement) return { width, height: Math.round(HEIGHT * rem) };
  const around = panel.parentElement.offsetHeight - panel.offsetHeight;
  return { width, height: Math.ceil(around + heightOf(page, panel)) };
}

/** As high as its children, wherever they stand in it: it is often higher than they are. */
function heightOf(page: Window, panel: HTMLElement): number {
  const { paddingTop, paddingBottom } = page.getComputedStyle(panel);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  // what only screen readers hear is a pixel high, and stands anywhere
  const seen = [...panel.children]
    .map((child) => child.getBoundingClientRect())
    .filter(({ height }) => height > 1);
  if (seen.length === 0) return padding;
  return padding + Math.max(...seen.map(({ bottom }) => bottom)) - Math.min(...seen.map(({ top }) => top));
}
