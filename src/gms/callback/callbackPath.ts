import type { GmsSettings } from '../gmsSettings.ts';

/** The configured callback service; only its availability has a version 2. Source: protocol/gms-callback.md §2. */
export function callbackPath({ serviceName }: GmsSettings, version: 1 | 2 = 1): string {
  return `/${version}/service/callback/${encodeURIComponent(serviceName)}`;
}
