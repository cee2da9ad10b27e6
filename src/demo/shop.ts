import { createPopup } from './chatPopup.ts';
import { createCorner } from './chatCorner.ts';
import { consoleAddress } from './consoleAddress.ts';
import { elementById } from './elementById.ts';
import { newEngagementId } from '../tracker/newEngagementId.ts';
import { showPages } from './showPages.ts';

const note = elementById('note', HTMLElement);
const language = elementById('language', HTMLSelectElement);
const popup = createPopup(window);
const corner = createCorner();

/** As Web Engagement counts: one visit, and a new id for each page of it. */
const visitId = newEngagementId();
let pageId = newEngagementId();

function address(): string {
  return consoleAddress({ visitId, pageId, language: language.value });
}

function openHere(opener: HTMLElement): void {
  corner.open(address(), opener);
}

elementById('open-window', HTMLButtonElement).addEventListener('click', ({ currentTarget }) => {
  const isOpen = popup.open(address());
  note.textContent = isOpen ? '' : 'This browser does not let us open a window, so the chat is on this page.';
  if (!isOpen && currentTarget instanceof HTMLElement) openHere(currentTarget);
});

elementById('open-here', HTMLButtonElement).addEventListener('click', ({ currentTarget }) => {
  note.textContent = '';
  if (currentTarget instanceof HTMLElement) openHere(currentTarget);
});

elementById('visit-id', HTMLElement).textContent = visitId;
showPages(window, () => {
  pageId = newEngagementId();
  elementById('page-id', HTMLElement).textContent = pageId;
});
