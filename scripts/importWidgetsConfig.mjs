// `npm run import-widgets-config FILE…`: from a page with Genesys Widgets to this console. Prints a config.json, and
// what became of each option. A file is parsed and never run; it may hold `_genesys.widgets` or words of a language.
import { readFileSync } from 'node:fs';
import { convert } from './widgets/convert.mjs';
import { readWidgets } from './widgets/readWidgets.mjs';
import { table } from './widgets/table.mjs';
import { isLanguageFile } from './widgets/textsOf.mjs';

const files = process.argv.slice(2);
try {
  if (files.length === 0) throw new Error('name a file: npm run import-widgets-config my-widgets.js');
  const read = files.map(readOne);
  const languages = read.filter(isLanguageFile);
  const widgets = Object.assign({}, ...read.filter((file) => !languages.includes(file)));
  const { config, invitation, rows } = await convert(widgets, languages);
  console.log(JSON.stringify(config, null, 2));
  // the table goes beside it, so that the first can be sent to a file
  console.error(table(rows));
  if (Object.keys(invitation).length > 0)
    console.error(`\nOn the host page: GmsChat.invite(${JSON.stringify(invitation)})`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** @param {string} file */
function readOne(file) {
  try {
    return readWidgets(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
