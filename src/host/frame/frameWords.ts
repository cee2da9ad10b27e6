/** The few words around the frame; everything else is said inside of it. */
const EN = { chat: 'Chat', minimize: 'Minimize', close: 'Close the chat', unread: 'unread' };

const DE: typeof EN = {
  chat: 'Chat',
  minimize: 'Minimieren',
  close: 'Chat schließen',
  unread: 'ungelesen',
};

/** In the language that was asked for, else that of the page. */
export function frameWords(lang: string | undefined): typeof EN {
  return /^de\b/i.test(lang ?? (document.documentElement.lang || navigator.language)) ? DE : EN;
}
