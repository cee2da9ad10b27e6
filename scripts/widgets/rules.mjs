import { flag, NotPossible, number, texts } from './draft.mjs';
import { readForm } from './readForm.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./draft.mjs').Fate} Fate */
/** @typedef {import('./readLiteral.mjs').Literal} Literal */
/** @typedef {(value: Literal, draft: Draft) => string} Carry writes into the draft, and tells in words what it wrote */
/** @typedef {Readonly<{ fate: Fate, carry: Carry }>} Rule */

/**
 * The same meaning, whatever we call it.
 * @param {string} path in config.json
 * @param {(value: Literal) => unknown} read
 * @returns {Rule}
 */
export function same(path, read) {
  return {
    fate: 'taken over',
    carry(value, draft) {
      draft.set(path, read(value));
      return path;
    },
  };
}

/**
 * @param {Carry} carry
 * @returns {Rule}
 */
export function translated(carry) {
  return { fate: 'translated', carry };
}

/**
 * @param {string} why
 * @returns {Rule}
 */
export function notNeeded(why) {
  return { fate: 'not needed', carry: () => why };
}

/**
 * @param {string} why with the way round it, if there is one
 * @returns {Rule}
 */
export function notPossible(why) {
  return { fate: 'not possible', carry: () => why };
}

/**
 * What the host page does from now on, by the launcher.
 * @param {string} how
 * @returns {Rule}
 */
export function host(how) {
  return translated(() => `on the host page: ${how}`);
}

/**
 * A hook of a page that keeps asynchronous chats.
 * @param {string} how what takes its place
 */
export function keepsSession(how) {
  return translated((_value, draft) => {
    draft.set('chat.async.hostKeepsSession', true);
    return `chat.async.hostKeepsSession; on the host page: ${how}`;
  });
}

/** How long an invitation stays. */
export function timeout() {
  return translated((value, draft) => {
    draft.invitation['timeout'] = number(value);
    return 'on the host page: "timeout" of GmsChat.invite()';
  });
}

/**
 * Scenarios that a switch set to false forbids.
 * @param {readonly string[]} scenarios
 */
export function unless(scenarios) {
  return translated((value, draft) => {
    if (flag(value)) return 'allowed as it is';
    for (const scenario of scenarios) draft.forbidden.add(scenario);
    return `allowedScenarios without ${scenarios.join(' and ')}`;
  });
}

/** Attached data of chats and callbacks is one object here. */
export function userData() {
  return translated((value, draft) => {
    const { known, lost } = texts(value);
    draft.add('userData', known);
    if (lost.length === 0) return 'userData';
    throw new NotPossible(
      `userData; only on the host page, by GmsChat.open({ userData }): ${lost.join(', ')}`,
    );
  });
}

/**
 * A registration form: which fields we ask for, and what is known in advance.
 * @param {'CHAT' | 'VOICE'} medium
 */
export function form(medium) {
  return translated((value, draft) => {
    const { asked, customer, lost } = readForm(value);
    if (asked.length > 0) draft.set(`askFor.${medium}`, asked);
    draft.add('customer', customer);
    const note = [
      asked.length > 0 && `askFor.${medium}`,
      Object.keys(customer).length > 0 && 'customer',
      asked.length === 0 && 'asks for no field by itself',
    ];
    const words = note.filter(Boolean).join(', ');
    if (lost.length === 0) return words;
    throw new NotPossible(`${words}; not these fields: ${lost.join(', ')}`);
  });
}
