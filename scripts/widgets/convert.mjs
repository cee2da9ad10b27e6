import { runnerImport } from 'vite';
import { Draft, NotPossible } from './draft.mjs';
import { OPTIONS } from './options.mjs';
import { isObject } from './readLiteral.mjs';
import { textsOf } from './textsOf.mjs';

/** @typedef {import('./draft.mjs').Row} Row */
/** @typedef {import('./readWidgets.mjs').Options} Options */
/** @typedef {Readonly<{ config: object, invitation: object, rows: readonly Row[] }>} Conversion */

const READER = 'src/launch/consoleConfig.ts';
const SCENARIOS = 'src/session/scenarios.ts';

/**
 * Turns the options of Genesys Widgets, and their language files, into a config.json that the console accepts.
 * @param {Options} widgets
 * @param {readonly Options[]} languages
 * @returns {Promise<Conversion>}
 */
export async function convert(widgets, languages) {
  const draft = new Draft();
  const rows = rowsOf(widgets, '', draft);
  const language = widgets['main'] && isObject(widgets['main']) ? widgets['main']['lang'] : null;
  for (const file of languages) {
    const { texts, rows: more } = textsOf(file, typeof language === 'string' ? language : null);
    draft.add('texts', texts);
    rows.push(...more);
  }
  await forbid(draft);
  if (draft.tellsNoWait) draft.remove('waitingTime');
  const refused = await takeOutRefused(draft);
  return { config: draft.config, invitation: draft.invitation, rows: [...rows, ...refused] };
}

/**
 * @param {Options} options
 * @param {string} above
 * @param {Draft} draft
 * @returns {Row[]}
 */
function rowsOf(options, above, draft) {
  return Object.entries(options).flatMap(([name, value]) => {
    const option = above === '' ? name : `${above}.${name}`;
    const rule = Object.hasOwn(OPTIONS, option) ? OPTIONS[option] : undefined;
    if (rule === undefined && isObject(value) && isKnownAbove(option)) return rowsOf(value, option, draft);
    if (rule === undefined) return [{ option, fate: 'not possible', note: unknown(option) }];
    try {
      return [{ option, fate: rule.fate, note: rule.carry(value, draft) }];
    } catch (error) {
      if (error instanceof NotPossible) return [{ option, fate: 'not possible', note: error.message }];
      throw error;
    }
  });
}

/** @param {string} option */
function isKnownAbove(option) {
  return Object.keys(OPTIONS).some((name) => name.startsWith(`${option}.`));
}

/** @param {string} option */
function unknown(option) {
  return option.includes('.')
    ? 'no option of Genesys Widgets 9 that is known here'
    : 'this part of Genesys Widgets has no counterpart here';
}

/** @param {Draft} draft */
async function forbid({ config, forbidden }) {
  if (forbidden.size === 0) return;
  const { module } = await runnerImport(SCENARIOS);
  config['allowedScenarios'] = Object.keys(module.SCENARIOS).filter((name) => !forbidden.has(name));
}

/**
 * What the console would refuse is taken out and said: what is printed always works.
 * @param {Draft} draft
 * @returns {Promise<Row[]>}
 */
async function takeOutRefused(draft) {
  const { module } = await runnerImport(READER);
  const { problems = [] } = module.readConfig(JSON.stringify(draft.config));
  return problems.map((/** @type {string} */ problem) => {
    const [key = ''] = problem.split(':');
    draft.remove(key);
    return { option: `→ ${key}`, fate: 'not possible', note: problem };
  });
}
