import type { Conversation, SavedLine } from './savedLines.ts';

/** As plain text, one paragraph for each line. */
export function savedText({ t, title, reference }: Conversation, lines: readonly SavedLine[]): string {
  const last = lines.findLast((line) => line.at !== null)?.at ?? null;
  const head = [
    t('saved.heading', { title }),
    ...(last === null ? [] : [t.dateTime(last)]),
    ...(reference === '' ? [] : [t('reference', { reference })]),
  ];
  const body = lines.map(({ at, speaker, text, note }) => {
    const time = at === null ? '' : `[${t.time(at)}] `;
    const words = speaker === null ? `– ${text}` : t('sender.said', { name: speaker, text });
    return `${time}${words}${note === null ? '' : ` (${note})`}`;
  });
  return `${head.join('\n')}\n\n${body.join('\n')}\n`;
}
