import { expect, test } from 'vitest';
import { calendarFile } from '../../src/ui/waiting/calendarFile.ts';

const AT = Date.UTC(2026, 10, 24, 9, 30);
const appointment = { id: '418-5b1f', at: AT, minutes: 15, title: 'Call', text: 'On +47' };

test('an appointment is written in UTC, with CRLF at the end of each line', () => {
  expect(calendarFile(appointment, AT - 1_500)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//gms-chat-console//call//EN',
      'BEGIN:VEVENT',
      'UID:418-5b1f@gms-chat-console',
      'DTSTAMP:20261124T092958Z',
      'DTSTART:20261124T093000Z',
      'DTEND:20261124T094500Z',
      'SUMMARY:Call',
      'DESCRIPTION:On +47',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('what means something to calendars is escaped, and no value can begin a line of its own', () => {
  const file = calendarFile({ ...appointment, title: 'a;b,c\\d', text: 'one\r\nEND:VEVENT\ntwo' }, AT);
  expect(file).toContain('SUMMARY:a\\;b\\,c\\\\d\r\n');
  expect(file).toContain('DESCRIPTION:one\\nEND:VEVENT\\ntwo\r\n');
  expect(file.match(/^END:VEVENT\r$/gm)).toHaveLength(1);
});

test('long lines are folded at 75 octets, and no character is cut in two', () => {
  const title = 'Rückruf 😀 '.repeat(20);
  const file = calendarFile({ ...appointment, title }, AT);
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});
