import { download } from '../saving/download.ts';
import type { Appointment } from './calendarFile.ts';
import { calendarFile } from './calendarFile.ts';

/** Gives the visitor an appointment as a file that calendars open, made here: nobody is asked. */
export function saveAppointment(name: string, appointment: Appointment): void {
  download(`${name}.ics`, calendarFile(appointment, Date.now()), 'text/calendar');
}
