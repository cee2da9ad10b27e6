import { encode } from 'uqr';
import { useCallT } from '../calls/CallWordsContext.ts';

/** Quiet modules around it: readers need them. */
const BORDER = 3;

/** A number for the telephone beside the computer, drawn here. The number itself stands above it in words. */
export function QrCode({ text }: Readonly<{ text: string }>) {
  const t = useCallT();
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <figure className="qr">
      <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <figcaption className="panel-note">{t('dial.qr')}</figcaption>
    </figure>
  );
}
