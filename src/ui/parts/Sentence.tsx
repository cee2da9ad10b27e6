import type { Part } from '../../i18n/translator.ts';

/** A sentence whose values are isolated: a name written right to left, or made of direction marks, stays a name. */
export function Sentence({ parts }: Readonly<{ parts: readonly Part[] }>) {
  return parts.map((part, place) => (part.isValue ? <bdi key={place}>{part.text}</bdi> : part.text));
}
