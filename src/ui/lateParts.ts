import { LateSayings } from './announcer/LateSayings.tsx';
import { IdleWarning } from './banner/IdleWarning.tsx';
import { Outage } from './banner/Outage.tsx';
import { EmojiButton } from './composer/EmojiButton.tsx';
import { DocumentTitle } from './header/DocumentTitle.ts';
import { MoreItems } from './header/MoreItems.tsx';
import { AlonePanel } from './screens/AlonePanel.tsx';
import { AskTwice } from './screens/AskTwice.tsx';
import { ElsewherePanel } from './screens/ElsewherePanel.tsx';
import { EndedPanel } from './screens/EndedPanel.tsx';
import { FailedScreen } from './screens/FailedScreen.tsx';
import { WaitingPanel } from './screens/WaitingPanel.tsx';
import { MessageActions } from './transcript/MessageActions.tsx';
import { TypingDots } from './transcript/TypingDots.tsx';
import { LinkCard } from './transcript/LinkCard.tsx';

/**
 * What nobody meets in the first moments, as one chunk that travels after them, so that the first screen comes
 * sooner. Who uses one asks `loadLateParts`.
 */
export const lateParts = {
  AlonePanel,
  AskTwice,
  DocumentTitle,
  ElsewherePanel,
  EmojiButton,
  EndedPanel,
  FailedScreen,
  IdleWarning,
  LateSayings,
  LinkCard,
  MessageActions,
  MoreItems,
  Outage,
  TypingDots,
  WaitingPanel,
};
