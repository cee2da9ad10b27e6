import { download } from './download.ts';
import { fileName } from './fileName.ts';
import type { Conversation } from './savedLines.ts';
import { savedLines } from './savedLines.ts';
import { savedText } from './savedText.ts';
import { savedWebPage } from './savedWebPage.ts';
import type { SavedAs } from './useSaveTranscript.ts';

/** Gives the visitor the conversation as a file, made here: nothing is asked of the server. */
export function saveTranscript(kind: SavedAs, conversation: Conversation): void {
  const lines = savedLines(conversation);
  const name = fileName(conversation.t('saved.fileName'), conversation.savedAt);
  if (kind === 'text') download(`${name}.txt`, savedText(conversation, lines), 'text/plain');
  else download(`${name}.html`, savedWebPage(conversation, lines), 'text/html');
}
