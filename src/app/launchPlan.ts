import type { ConsoleConfig } from '../launch/configSchema.ts';
import type { LaunchParams } from '../launch/launchParams.ts';
import type { RecordContent } from '../session/recordOf.ts';
import type { HostSlot } from '../ui/ConsoleModel.ts';

/** What is about to be launched; a host page may have a say in it before it is. */
export type LaunchPlan = Readonly<{
  params: LaunchParams;
  config: ConsoleConfig;
  /** what to go on with instead of starting */
  kept: RecordContent | null;
  hostSlot?: HostSlot;
}>;
