import { useState } from 'react';
import type { RichImage } from '../../session/richContent.ts';
import { useSettings } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { mayShowPicture } from './mayShowPicture.ts';
import { webAddress } from '../transcript/webAddress.ts';

/**
 * A picture of an origin that the site allows, fetched when it comes into view. Of any other it is a link that says
 * where it leads: to load it would tell a stranger who reads this chat and when.
 */
export function RichPicture({ image }: Readonly<{ image: RichImage }>) {
  const t = useExtraT();
  const { imageOrigins } = useSettings();
  const [isBroken, setIsBroken] = useState(false);
  const { url, alt } = image;
  if (isBroken) return alt === '' ? null : <span className="rich-note">{alt}</span>;
  if (mayShowPicture(url, imageOrigins)) {
    return (
      <img
        className="rich-picture"
        src={url}
        alt={alt}
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => setIsBroken(true)}
      />
    );
  }
  const address = webAddress(url);
  if (address === null || alt === '') return alt === '' ? null : <span className="rich-note">{alt}</span>;
  const host = t('rich.picture', { host: address.host });
  return (
    <span className="rich-note" dir="auto">
      <bdi>{alt}</bdi>{' '}
      <a className="link" href={address.href} target="_blank" rel="noopener noreferrer">
        {host}
        <span className="hidden"> ({t('link.newWindow')})</span>
      </a>
    </span>
  );
}
