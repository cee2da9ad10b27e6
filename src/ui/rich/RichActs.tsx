import type { RichAct } from '../../session/richContent.ts';
import { useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { Icon } from '../parts/Icon.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { webAddress } from '../transcript/webAddress.ts';
import { selectMayAnswer } from './selectMayAnswer.ts';
import { useSay } from './useSay.ts';

type Props = Readonly<{ acts: readonly RichAct[]; label: string; index: number | null }>;

/** What a card or a button of it does: says something for the visitor, or names a page with its true host. */
export function RichActs({ acts, label, index }: Props) {
  return acts.map((act, place) =>
    act.type === 'say' ? (
      <Say key={place} label={label || act.text} text={act.text} index={index} />
    ) : (
      <Open key={place} label={label} url={act.url} />
    ),
  );
}

function Say({ label, text, index }: Readonly<{ label: string; text: string; index: number | null }>) {
  const say = useSay();
  const isOpen = useSession(selectMayAnswer);
  return (
    <button
      type="button"
      className="button"
      dir="auto"
      aria-disabled={!isOpen}
      onClick={() => isOpen && say(text, index)}
    >
      {label}
    </button>
  );
}

function Open({ label, url }: Readonly<{ label: string; url: string }>) {
  const t = useExtraT();
  const address = webAddress(url);
  if (address === null) {
    return (
      <p className="rich-note" dir="auto">
        {label === '' ? url : <Sentence parts={t.parts('rich.labelled', { text: label, host: url })} />}
      </p>
    );
  }
  const { host, href } = address;
  return (
    <a className="button" dir="auto" href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="open" />
      <span>
        <Sentence
          parts={
            label === '' ? t.parts('link.open', { host }) : t.parts('rich.labelled', { text: label, host })
          }
        />
      </span>
      <span className="hidden"> ({t('link.newWindow')})</span>
    </a>
  );
}
