import { UrgentSayings } from './announcer/UrgentSayings.tsx';
import { IdleWarning } from './banner/IdleWarning.tsx';
import { Outage } from './banner/Outage.tsx';
import { MoreItems } from './header/MoreItems.tsx';
import { AskTwice } from './screens/AskTwice.tsx';
import { ElsewherePanel } from './screens/ElsewherePanel.tsx';
import { EndedPanel } from './screens/EndedPanel.tsx';
import { FailedScreen } from './screens/FailedScreen.tsx';
import { WaitingPanel } from './screens/WaitingPanel.tsx';
import { LinkCard } from './transcript/LinkCard.tsx';

/**
 * What nobody meets in the first moments, as one chunk that travels after them, so that the first screen comes
 * sooner. Who uses one asks `loadLateParts`.
 */
export const lateParts = {
  AskTwice,
  ElsewherePanel,
  EndedPanel,
  FailedScreen,
  IdleWarning,
  LinkCard,
  MoreItems,
  Outage,
  UrgentSayings,
  WaitingPanel,
};
