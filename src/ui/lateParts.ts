import { IdleWarning } from './banner/IdleWarning.tsx';
import { Outage } from './banner/Outage.tsx';
import { Menu } from './header/Menu.tsx';
import { ElsewherePanel } from './screens/ElsewherePanel.tsx';
import { EndedPanel } from './screens/EndedPanel.tsx';
import { LinkCard } from './transcript/LinkCard.tsx';

/**
 * What nobody meets before a chat runs, as one chunk: it travels once one does, so that the first screen comes
 * sooner. Who uses one asks `loadLateParts`.
 */
export const lateParts = { ElsewherePanel, EndedPanel, IdleWarning, LinkCard, Menu, Outage };
