import type { ExtraCatalogue } from '../catalogue.ts';

export const extrasDe: ExtraCatalogue = {
  'rich.answers': 'Antworten',
  'rich.choices': 'Auswahl',
  'rich.chosen': 'gewählt',
  'rich.cards': { one: '{count} Karte', other: '{count} Karten nebeneinander' },
  'rich.labelled': '{text} ({host})',
  'rich.picture': 'Bild auf {host}',
  'rich.partial': 'Ein Teil dieser Nachricht kann hier nicht gezeigt werden.',
};
