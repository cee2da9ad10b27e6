import type { AfterStart } from './afterStart.ts';
import type { AfterStartV2 } from './afterStartV2.ts';

/** What the wire must know of the configuration, checked and completed by whoever reads `config.json`. */
export type GmsSettings = Readonly<{
  /** absolute URL of GMS without a trailing slash, e.g. `https://chat.example/genesys` */
  base: string;
  /** callback service, `/1/service/callback/{serviceName}` */
  serviceName: string;
  /** Chat API v2 service, `/2/chat/{chatServiceName}` */
  chatServiceName: string;
  /** value of the header `gms_user`; empty: the header is left out */
  gmsUser: string;
  apiKey?: string;
  /** value of the header `Authorization`, for a gateway */
  authorization?: string;
  /** where Chat API v2 routes a chat to, when the service does not say; sent as it is */
  endpoint?: string;
  /** ms that one call may take, its whole answer included */
  requestTimeout: number;
  /** ms between refreshes: from `pollIntervalMin`, growing to `pollIntervalMax` while nothing happens */
  pollIntervalMin: number;
  pollIntervalMax: number;
  /** whether nobody can see the page just now; left out: somebody can */
  isHidden?: () => boolean;
  /** fetches what reads answers, once; one that failed is tried again by whoever asks next */
  loadAfterStart: () => Promise<AfterStart>;
  /** the same for what a chat of Chat API v2 needs besides */
  loadAfterStartV2: () => Promise<AfterStartV2>;
  /** what of a chat the site wants nobody to see; absent: everything is shown */
  hidden?: Hidden;
  /** the queue whose wait is told; absent: nobody is asked */
  waitingTime?: WaitingTimeSettings;
  /** what stands in the composer, for the agent to see while it is written; absent: nobody sees it */
  preview?: () => string;
}>;

/** A virtual queue at the waiting-time service. Source: protocol/gms-callback.md §2.7. */
export type WaitingTimeSettings = Readonly<{
  queue: string;
  apiVersion: 'v1' | 'v2';
  /** how it is estimated; absent: as the version does by default */
  mode?: string;
}>;

export type Hidden = Readonly<{
  /** names of participants, whatever their case */
  nicknames: readonly string[];
  /** regular expressions of messages */
  prefilters: readonly string[];
}>;
