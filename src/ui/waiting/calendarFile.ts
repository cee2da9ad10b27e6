export type Appointment = Readonly<{
  id: string;
  /** ms since the epoch */
  at: number;
  minutes: number;
  title: string;
  text: string;
}>;

/** An appointment for the visitor's calendar. Times in UTC: every calendar shows them in its own zone. Source: RFC 5545. */
export function calendarFile({ id, at, minutes, title, text }: Appointment, madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gms-chat-console//call//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@gms-chat-console`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(at + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261124T093000Z` */
function utc(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

const LONGEST_OCTETS = 75;

/** A line may be so many octets long; what goes on begins with a space. Characters are not cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const rows: string[] = [];
  let row = '';
  for (const character of line) {
    if (encoder.encode(row + character).length > LONGEST_OCTETS) {
      rows.push(row);
      row = ' ';
    }
    row += character;
  }
  return [...rows, row].join('\r\n');
}
