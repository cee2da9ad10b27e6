import { isObject } from './readLiteral.mjs';

/** @typedef {import('./readLiteral.mjs').Literal} Literal */

/** Names of their fields, as their forms and their prefilled values spell them. Source: features.md §4.5. */
const FIELDS = new Map([
  ['firstname', 'firstName'],
  ['lastname', 'lastName'],
  ['nickname', 'nickname'],
  ['email', 'email'],
  ['emailaddress', 'email'],
  ['phonenumber', 'contactNumber'],
  ['subject', 'subject'],
  ['notes', 'subject'],
]);
/** Part of every form, and no question to anybody. */
const NO_FIELDS = ['autosubmit', 'desiredtime', 'wrapper', 'inputs', 'fixed'];

/**
 * `{ inputs: [{ name: "firstname", … }] }`, or `{ firstname: "Ana", autoSubmit: true }`, or both.
 * @param {Literal} form
 */
export function readForm(form) {
  const object = isObject(form) ? form : {};
  const names = listOf(object['inputs']).map((input) => textOf(isObject(input) ? input['name'] : null));
  /** @type {Record<string, string>} */
  const customer = {};
  /** @type {string[]} */
  const lost = names.filter((name) => !FIELDS.has(keyOf(name)) && !NO_FIELDS.includes(keyOf(name)));
  for (const [name, value] of Object.entries(object)) {
    const field = FIELDS.get(keyOf(name));
    if (field !== undefined && typeof value === 'string') {
      // an empty one is Genesys Widgets' way of saying that nothing is known
      if (value !== '') customer[field] = value;
    } else if (field !== undefined || !NO_FIELDS.includes(keyOf(name))) lost.push(name);
  }
  const asked = [...new Set(names.flatMap((name) => FIELDS.get(keyOf(name)) ?? []))];
  return { asked, customer, lost };
}

/** @param {string} name */
function keyOf(name) {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** @param {Literal | undefined} value */
function textOf(value) {
  return typeof value === 'string' ? value : '(a field without a name)';
}

/** @param {Literal | undefined} value */
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
