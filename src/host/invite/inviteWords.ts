import type { InviteType } from '../launcher/gmsChat.ts';

export type InviteWords = Readonly<{
  title: string;
  /** what is offered, by type */
  text: Readonly<Record<InviteType, string>>;
  chat: string;
  callback: string;
  decline: string;
  /** shortly before it goes */
  leaving: string;
}>;

const EN: InviteWords = {
  title: 'Can we help?',
  text: {
    chat: 'Chat with someone from our team.',
    callback: 'We call you when it suits you.',
    both: 'Chat with someone from our team, or let us call you.',
  },
  chat: 'Start chat',
  callback: 'Call me',
  decline: 'No, thanks',
  leaving: 'This goes away by itself in a moment.',
};

const DE: InviteWords = {
  title: 'Können wir helfen?',
  text: {
    chat: 'Schreiben Sie mit jemandem aus unserem Team.',
    callback: 'Wir rufen Sie an, wann es Ihnen passt.',
    both: 'Schreiben Sie mit jemandem aus unserem Team, oder lassen Sie sich anrufen.',
  },
  chat: 'Chat starten',
  callback: 'Rufen Sie mich an',
  decline: 'Nein, danke',
  leaving: 'Das verschwindet gleich von selbst.',
};

/** English where we have no words for a language: a site that speaks another one brings its own. */
export function inviteWords(lang: string): InviteWords {
  return /^de\b/i.test(lang) ? DE : EN;
}
