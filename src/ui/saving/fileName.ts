/** A file's name with the visitor's own date and time, so that files stand in order: `conversation-2026-11-22-1803`. */
export function fileName(word: string, at: number): string {
  const date = new Date(at);
  const [month, day, hours, minutes] = [
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
  ].map((number) => String(number).padStart(2, '0'));
  return `${word}-${date.getFullYear()}-${month}-${day}-${hours}${minutes}`;
}
