/**
 * What the first load may weigh (issue 1, perf.md), and what a host page loads before anybody chats (contract.md §5):
 * gzip kB of 1,000 bytes, and requests.
 */
export const LIMITS = { firstLoadKb: 110, bootKb: 20, bootGoalKb: 15, requests: 8, launcherKb: 4 };
