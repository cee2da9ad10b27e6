import type { Conversation, SavedLine } from './savedLines.ts';

/** As plain text: when it began, then one paragraph for each line, with its time. */
export function savedText({ t, title, reference }: Conversation, lines: readonly SavedLine[]): string {
  const began = lines.find((line) => line.at !== null)?.at ?? null;
  const head = [
    t('saved.heading', { title }),
    ...(began === null ? [] : [t.dateTime(began)]),
    ...(reference === '' ? [] : [t('reference', { reference })]),
  ];
  const body = lines.map(({ at, startsDay, speaker, text, note }) => {
    const time = at === null ? '' : `[${startsDay ? t.dateTime(at) : t.time(at)}] `;
    const words = speaker === null ? `– ${text}` : t('sender.said', { name: speaker, text });
    return `${time}${words}${note === null ? '' : ` (${note})`}`;
  });
  return `${head.join('\n')}\n\n${body.join('\n')}\n`;
}
