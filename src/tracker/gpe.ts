import { newEngagementId } from './newEngagementId.ts';
import { startTracker } from './tracker.ts';

/** What is served as `GPE.min.js`: a script of its own, for pages that are not ours. */
startTracker(window, scriptAddress(), {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newId: newEngagementId,
});

/** A module, as the development server has it, does not know its element: then the one that sites give the id. */
function scriptAddress(): string {
  const script = document.currentScript ?? document.getElementById('_gt');
  return script instanceof HTMLScriptElement ? script.src : location.href;
}
