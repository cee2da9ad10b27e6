/**
 * Names that a part of src must not use.
 * @typedef {object} Ban
 * @property {string} place beginning of a path below src
 * @property {readonly string[]} names `name` is a variable or a global, `.name` a property, `object.name` a member,
 *   `.name =` a property that is written
 * @property {string} [except] the one file below src that is there to do it
 * @property {string} why
 */

/** @type {readonly Ban[]} */
export const BANNED = [
  {
    place: '',
    names: [
      '.innerHTML',
      '.outerHTML =',
      '.dangerouslySetInnerHTML',
      '.insertAdjacentHTML',
      '.setHTMLUnsafe',
      'document.write',
      'document.writeln',
    ],
    why: 'text of others becomes text nodes, never HTML',
  },
  {
    place: '',
    names: ['setInterval', '.setInterval'],
    why: 'a hidden window fires intervals once a minute; arm the next wait when the last one is over',
  },
  {
    place: 'session/',
    names: [
      'Date',
      'performance',
      'setTimeout',
      'fetch',
      'XMLHttpRequest',
      'document',
      'window',
      'globalThis',
      'navigator',
      'localStorage',
      'sessionStorage',
      'crypto',
      'Math.random',
    ],
    why: 'session is plain data in, plain data out: time and ids arrive in events, the world is behind ports',
  },
  {
    place: 'simulator/',
    names: ['Date.now', 'performance', 'setTimeout', 'crypto', 'Math.random'],
    except: 'simulator/realClock.ts',
    why: 'the simulator plays the same conversation each time: time and chance are given to it',
  },
];
