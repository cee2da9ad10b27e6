import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { hydrateRoot } from 'react-dom/client';
import type { Catalogue } from '../i18n/catalogue.ts';
import { loadCatalogue } from '../i18n/loadCatalogue.ts';
import { browserClock } from '../platform/browserClock.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import type { Session } from '../session/createSession.ts';
import lateSheet from '../theme/late.css?inline';
import { App } from '../ui/App.tsx';
import { addSheet } from './addSheet.ts';
import { consoleModel } from './consoleModel.ts';
import type { Launch } from './launchSession.ts';

type Drawing = Readonly<{
  page: Window;
  session: Session;
  launch: Launch;
  isStored: boolean;
  /** called once React has the composer in hand */
  takeOver: () => void;
}>;

let drawn: Root | null = null;

/** Hands the shell over to React: the same elements, and so the same field with its text and caret. */
export async function drawConsole({ page, session, launch, isStored, takeOver }: Drawing): Promise<void> {
  const { locale, messages } = await loadCatalogue(launch.locale);
  if (locale !== launch.locale) consoleLog.warn('words.not_loaded');
  const spoken = { ...launch, locale };
  addSheet(page.document, lateSheet);
  void advise(session, spoken, messages);
  const model = {
    ...consoleModel({ page, session, launch: spoken, isStored, messages }),
    onComposerReady: takeOver,
  };
  page.document.documentElement.lang = locale;
  await dress(page, launch);
  const tree = (
    <StrictMode>
      <App model={model} />
    </StrictMode>
  );
  const root = page.document.getElementById('root');
  if (drawn) return drawn.render(tree);
  if (root) drawn = hydrateRoot(root, tree);
  if (launch.config?.chat.readReceipts) {
    // a courtesy: the chat goes on without it
    import('./tellWhatIsRead.ts').then(
      ({ tellWhatIsRead }) => tellWhatIsRead(page, session),
      () => undefined,
    );
  }
}

/** Long enough for all that visitors wait for. */
const ADVICE_DELAY_MS = 2_000;

/** Nobody but integrators reads it: it travels when nothing else does. */
async function advise(session: Session, launch: Launch, messages: Catalogue): Promise<void> {
  await browserClock.sleep(ADVICE_DELAY_MS, new AbortController().signal);
  const advisor = await import('./adviseIntegrator.ts').catch(() => null);
  await advisor?.adviseIntegrator(session, launch, messages);
}

/** Only a site with looks of its own pays for the arithmetic of colours. */
async function dress(page: Window, { config }: Launch): Promise<void> {
  if (!config || (config.brand.accent === undefined && config.brand.colorScheme === 'auto')) return;
  try {
    const { applyBrand } = await import('../theme/applyBrand.ts');
    const { correctedAccent } = applyBrand(page.document.documentElement, config.brand);
    if (correctedAccent)
      consoleLog.warn('config.json, brand.accent: made readable, its contrast was too low');
  } catch {
    // a chat in our own colours is better than none
    consoleLog.warn('brand.not_loaded');
  }
}
