import { isBuiltin } from 'node:module';
import path from 'node:path';
import { importsOf } from './importsOf.mjs';
import { LANES } from './lanes.mjs';
import { lineAt } from './syntax.mjs';

/** @typedef {{ file: string, line: number, message: string }} Violation */

/**
 * What a file imports against its lane.
 * @param {import('./syntax.mjs').Source} source
 * @returns {Violation[]}
 */
export function checkImports(source) {
  const { file, text } = source;
  const place = placeOf(file);
  const lane = LANES.find((candidate) => isIn(place, candidate.place));
  if (!lane)
    return [{ file, line: 1, message: 'has no lane: give its folder one in scripts/lanes/lanes.mjs' }];
  return importsOf(source).flatMap((item) => {
    const complaint = complaintAbout(item, file, lane);
    return complaint ? [{ file, line: lineAt(text, item.start), message: complaint }] : [];
  });
}

/**
 * @param {import('./importsOf.mjs').Import} item
 * @param {string} file
 * @param {import('./lanes.mjs').Lane} lane
 */
function complaintAbout({ from, kind }, file, lane) {
  if (from === null) {
    return lane.computed ? null : 'imports a computed address, which cannot be checked: write it out';
  }
  if (!from.startsWith('.')) {
    const name = packageOf(from);
    return allows(lane.packages, name) ? null : `imports the package ${name}: ${lane.why}`;
  }
  const target = path.posix.join(path.posix.dirname(file), from.replace(/[?#].*$/, ''));
  const place = placeOf(target);
  if (!target.startsWith('src/')) return `imports ${target}, outside of src: what is built lies in src`;
  if (kind === 'static' && lane.lazily?.some((lazy) => isIn(place, lazy))) {
    return `imports ${place} other than by import(): ${lane.why}`;
  }
  if (isIn(place, lane.place) || allows(lane.places, place)) return null;
  return `imports ${place}: ${lane.why}`;
}

/**
 * @param {readonly string[]} allowed
 * @param {string} place
 */
function allows(allowed, place) {
  return allowed.some((one) => one === '*' || isIn(place, one));
}

/**
 * @param {string} place
 * @param {string} folder
 */
function isIn(place, folder) {
  return place === folder || place.startsWith(`${folder}/`);
}

/** A path below src, without the file's ending. @param {string} file */
function placeOf(file) {
  return file.replace(/^src\//, '').replace(/\.(d\.)?[a-z]+$/, '');
}

/** @param {string} from */
function packageOf(from) {
  if (isBuiltin(from)) return 'node:';
  const [scope = '', name = ''] = from.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
