/**
 * What may be fetched until a person can write and the start has left (perf.md: "until the composer is usable"), then
 * until the first answer can be read, and what a host page loads before anybody chats (contract.md §5):
 * gzip kB of 1,000 bytes, and requests.
 */
export const LIMITS = {
  firstLoadKb: 110,
  bootKb: 20,
  bootGoalKb: 15,
  requests: 8,
  answerKb: 113,
  launcherKb: 4,
};
