import { isObject } from './readLiteral.mjs';
import { WORDS } from './words.mjs';

/** @typedef {import('./draft.mjs').Row} Row */
/** @typedef {import('./readLiteral.mjs').Literal} Literal */
/** @typedef {import('./readWidgets.mjs').Options} Options */

/** Their tokens, in our spelling. */
const TOKENS = new Map([
  ['Agent', 'name'],
  ['Supervisor', 'name'],
]);

/**
 * A file of words: `{ "en": { "webchat": { "ChatTitle": "…", "Errors": {…} } } }`. Source: features.md §4.6.
 * @param {Options} file
 * @param {string | null} wanted language; without it, the first one in the file
 */
export function textsOf(file, wanted) {
  const [first] = Object.keys(file);
  const language = wanted !== null && isObject(file[wanted] ?? null) ? wanted : first;
  const plugins = language === undefined ? null : (file[language] ?? null);
  /** @type {Record<string, string>} */
  const texts = {};
  /** @type {Row[]} */
  const rows = [];
  for (const [key, word] of flat(isObject(plugins) ? plugins : {})) {
    const option = `${language}.${key}`;
    const ours = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
    const text = ours === undefined ? null : withOurTokens(word);
    if (ours === undefined)
      rows.push({ option, fate: 'not needed', note: 'nothing here is said with these words' });
    else if (text === null)
      rows.push({ option, fate: 'not possible', note: 'markup or a token that is not known here' });
    else if (word !== '') {
      texts[ours] = text;
      rows.push({ option, fate: 'translated', note: `texts["${ours}"]` });
    }
  }
  return { texts, rows };
}

/**
 * Whether a file holds words and not options.
 * @param {Options} file
 */
export function isLanguageFile(file) {
  return Object.entries(file).some(
    ([name, value]) =>
      /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(name) &&
      isObject(value) &&
      Object.values(value).some((words) => isObject(words)),
  );
}

/**
 * @param {Options} words
 * @param {string} [above]
 * @returns {[string, string][]}
 */
function flat(words, above = '') {
  return Object.entries(words).flatMap(([name, value]) => {
    const key = above === '' ? name : `${above}.${name}`;
    if (isObject(value)) return flat(value, key);
    return typeof value === 'string' ? [[key, value]] : [];
  });
}

/**
 * Null where a text holds markup or a token that we could not fill in.
 * @param {string} word
 */
function withOurTokens(word) {
  let isKnown = !/<(?!%)/.test(word);
  const text = word.replace(/<%(\w+)%>/g, (_, token) => {
    const ours = TOKENS.get(token);
    if (ours === undefined) isKnown = false;
    return `{${ours}}`;
  });
  return isKnown ? text : null;
}
