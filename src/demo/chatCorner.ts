import { elementById } from './elementById.ts';

export type Corner = Readonly<{
  /** `opener` gets the focus back when the visitor closes the corner. */
  open: (address: string, opener: HTMLElement) => void;
}>;

/** The chat in a frame, in the corner of the page. */
export function createCorner(): Corner {
  const corner = elementById('corner', HTMLElement);
  let frame: HTMLIFrameElement | null = null;
  let focusAfter: HTMLElement | null = null;

  elementById('close-corner', HTMLButtonElement).addEventListener('click', () => {
    frame?.remove();
    frame = null;
    corner.hidden = true;
    focusAfter?.focus();
  });

  return {
    open(address, opener) {
      focusAfter = opener;
      corner.hidden = false;
      frame ??= corner.appendChild(createFrame(address));
      frame.focus();
    },
  };
}

function createFrame(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Chat with Northwind Mobile';
  // the sound of a new message, and copying from the chat
  frame.allow = 'autoplay; clipboard-write';
  frame.src = address;
  return frame;
}
