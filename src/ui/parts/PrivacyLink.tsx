import { useT } from '../ConsoleContext.ts';

export function PrivacyLink({ url }: Readonly<{ url: string }>) {
  const t = useT();
  return (
    <a className="link" href={url} target="_blank" rel="noopener noreferrer">
      {t('privacy')}
    </a>
  );
}
