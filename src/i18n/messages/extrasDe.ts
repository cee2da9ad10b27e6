import type { ExtraCatalogue } from '../catalogue.ts';

export const extrasDe: ExtraCatalogue = {
  'rich.answers': 'Antworten',
  'rich.choices': 'Auswahl',
  'rich.chosen': 'gewählt',
  'rich.cards': { one: '{count} Karte', other: '{count} Karten nebeneinander' },
  'rich.labelled': '{text} ({host})',
  'rich.picture': 'Bild auf {host}',
  'rich.partial': 'Ein Teil dieser Nachricht kann hier nicht gezeigt werden.',

  'numbers.question.card': 'Diese Kartennummer senden?',
  'numbers.question.iban': 'Diese Kontonummer senden?',
  'numbers.warning': 'Alle, die diesen Chat lesen können, sehen sie dann. Noch ist nichts gesendet.',
  'numbers.change': 'Nachricht ändern',
  'numbers.send': 'Trotzdem senden',
  'numbers.mask.card': 'Die Kartennummer wurde unkenntlich gemacht, bevor Ihre Nachricht hinausging.',
  'numbers.mask.iban': 'Die Kontonummer wurde unkenntlich gemacht, bevor Ihre Nachricht hinausging.',
  'numbers.block.card': 'Nicht gesendet: Es steht eine Kartennummer darin. Ohne sie kann der Rest hinaus.',
  'numbers.block.iban': 'Nicht gesendet: Es steht eine Kontonummer darin. Ohne sie kann der Rest hinaus.',
};
