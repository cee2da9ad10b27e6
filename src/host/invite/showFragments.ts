import type { GmsChat } from '../launcher/gmsChat.ts';
import { fragmentOptions } from './fragmentOptions.ts';

/** Shows what `gpe.appendContent` has put into the page; each fragment once, however often the script runs. */
export function showFragments(document: Document, invite: GmsChat['invite'], beside: string): void {
  for (const fragment of document.querySelectorAll<HTMLElement>('[data-gms-invite]:not([data-gms-ready])')) {
    fragment.dataset['gmsReady'] = '';
    void invite(fragmentOptions(fragment, beside));
  }
}
