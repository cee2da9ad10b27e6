/**
 * One lane: what the files of one place in src may import beside each other, and why.
 * @typedef {object} Lane
 * @property {string} place a folder, or a file without its ending; the first lane that matches a file is its lane
 * @property {readonly string[]} places where it may import from, everywhere below
 * @property {readonly string[]} packages which packages it may import; `node:` stands for what Node brings along
 * @property {readonly string[]} [lazily] places that it may import only by `import()`
 * @property {true} [computed] whether it may import an address that is not written out
 * @property {string} why
 */

const EVERYWHERE = ['*'];
const SIMULATED = ['mocks', 'simulator'];

/** @type {readonly Lane[]} */
export const LANES = [
  {
    place: 'lib',
    places: [],
    packages: [],
    why: 'lib is the floor: each piece can be understood and tested without knowing anything else',
  },
  {
    place: 'session',
    places: ['lib'],
    packages: [],
    why: 'session is plain data in and plain data out: no wire, no page, no library can change what it decides',
  },
  {
    place: 'gms/bayeux',
    places: ['gms', 'session', 'lib'],
    packages: ['cometd'],
    why: 'gms/bayeux is fetched when a site has push, and the official client of Bayeux comes with it alone',
  },
  {
    place: 'gms',
    places: ['session', 'lib'],
    packages: ['valibot'],
    why: 'gms turns the wire into the words of session, for any page, screen or host',
  },
  {
    place: 'platform',
    places: ['session', 'lib'],
    packages: ['valibot'],
    why: 'platform lends the browser to the ports of session and knows neither the wire nor the screen',
  },
  {
    place: 'launch',
    places: ['lib'],
    packages: ['valibot'],
    why: 'launch only reads what was asked for; what becomes of it is decided elsewhere',
  },
  { place: 'i18n', places: ['lib'], packages: [], why: 'words know nothing of who says them' },
  { place: 'theme', places: ['lib'], packages: [], why: 'colours know nothing of what they are on' },
  {
    place: 'host/launcher',
    places: ['host/messages', 'lib'],
    packages: [],
    why: 'the launcher runs in pages that are not ours: it must stay small and bring nothing along',
  },
  {
    place: 'host/frame',
    places: ['host/launcher', 'host/messages', 'lib'],
    packages: [],
    why: 'the frame runs in pages that are not ours: it must stay small and bring nothing along',
  },
  {
    place: 'host/invite',
    places: ['host/launcher', 'host/frame', 'host/messages', 'lib'],
    packages: [],
    why: 'the invitation runs in pages that are not ours: it brings nothing along but the launcher that it opens',
  },
  {
    place: 'host/messages',
    places: ['lib'],
    packages: ['valibot'],
    why: 'the messages are read on both sides, and one side is a page that is not ours',
  },
  {
    place: 'host',
    places: ['session', 'lib'],
    packages: ['valibot'],
    why: 'the bridge reports the session to the host page and needs no screen and no wire for it',
  },
  {
    place: 'queries',
    places: ['gms', 'lib'],
    packages: ['@tanstack/react-query'],
    why: 'queries hold what one request answers; what happens in the chat is held by session alone',
  },
  {
    place: 'ui',
    places: ['session', 'queries', 'i18n', 'theme', 'lib'],
    packages: [
      'react',
      'react-dom',
      'linkify-it',
      'markdown-it',
      '@tanstack/react-query',
      'libphonenumber-js',
      'uqr',
    ],
    why: 'ui shows the session and tells it what a person did; it starts nothing and never sees the wire',
  },
  {
    place: 'simulator',
    places: ['lib'],
    packages: [],
    why: 'the simulator is a second opinion on the protocol, not a mirror of our reading of it',
  },
  {
    place: 'mocks',
    places: ['simulator', 'lib'],
    packages: ['msw', 'node:', 'cometd-nodejs-server', 'ws'],
    why: 'mocks only carry requests to the simulator; what they would share with the client they could not test',
  },
  {
    place: 'tracker',
    places: ['lib'],
    packages: [],
    why: 'the stand-in for Genesys’ tracker runs in pages that are not ours, and knows neither console nor server',
  },
  {
    place: 'demo',
    places: ['host', 'mocks/wireNews', 'lib'],
    packages: [],
    why: 'the demo is a host page and uses what any host page may use; beside it, it shows what the wires tell',
  },
  {
    place: 'app/importAgain',
    places: [],
    packages: [],
    computed: true,
    why: 'it asks for one file again that failed under the address it has: all it adds is a query',
  },
  {
    place: 'app',
    places: EVERYWHERE,
    packages: EVERYWHERE,
    lazily: SIMULATED,
    why: 'app knows everyone, but a static import of the simulated GMS would end up in dist',
  },
  {
    place: 'main',
    places: EVERYWHERE,
    packages: EVERYWHERE,
    lazily: SIMULATED,
    why: 'main knows everyone, but a static import of the simulated GMS would end up in dist',
  },
];
