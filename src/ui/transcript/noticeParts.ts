import type { Part, Translator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Notice } from '../../session/transcript.ts';

/** A notice in words. `other` is whoever came or went in the same moment: then it is one sentence. */
export function noticeParts(
  t: Translator,
  notice: Notice,
  name: string,
  other: string | null,
): readonly Part[] {
  switch (notice.type) {
    case 'joined':
      return other === null
        ? t.parts('notice.joined', { name })
        : t.parts('notice.changed', { before: other, after: name });
    case 'left':
      return other === null
        ? t.parts('notice.left', { name })
        : t.parts('notice.changed', { before: name, after: other });
    case 'renamed':
      return t.parts('notice.renamed', { before: notice.before || name, after: notice.after });
    case 'gap':
      return t.parts('notice.gap');
    case 'told':
    case 'idle':
      return [{ text: notice.text, isValue: true }];
    default:
      return assertNever(notice);
  }
}
