// The gate at the end of `npm run build`: what a visitor must load before the console works, against its limits.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readFirstLoad, sizeOf, totalOf } from './size/firstLoad.mjs';
import { LIMITS } from './size/limits.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
if (existsSync(path.join(dist, 'index.html'))) check();
else complain('There is no dist/index.html to measure: run `npm run build`.');

function check() {
  const { boot, all } = readFirstLoad(dist);
  const first = totalOf(all);
  const start = totalOf(boot);
  const late = readdirSync(path.join(dist, 'assets')).filter((file) => file.startsWith('lateCode-'));
  const answer = first.gzip + totalOf(late.map((file) => sizeOf(dist, `assets/${file}`))).gzip;
  console.log(
    `First load: ${kb(first.gzip)} kB gzip in ${first.files} requests; of it the start: ${kb(start.gzip)} kB; until the first answer: ${kb(answer)} kB; launcher.js: ${kb(sizeOf(dist, 'launcher.js').gzip)} kB`,
  );
  const launcher = sizeOf(dist, 'launcher.js').gzip;
  const isOver = [
    [first.gzip > LIMITS.firstLoadKb * 1000, `the first load is over ${LIMITS.firstLoadKb} kB gzip`],
    [answer > LIMITS.answerKb * 1000, `what the first answer needs is over ${LIMITS.answerKb} kB gzip`],
    [start.gzip > LIMITS.bootKb * 1000, `the start (entry and styles) is over ${LIMITS.bootKb} kB gzip`],
    [first.files > LIMITS.requests, `the first load needs more than ${LIMITS.requests} requests`],
    [
      launcher > LIMITS.launcherKb * 1000,
      `launcher.js is ${kb(launcher)} kB, over ${LIMITS.launcherKb} kB gzip`,
    ],
  ];
  for (const [over, message] of isOver) if (over) complain(`Too big: ${message}.`);
  if (process.exitCode)
    for (const { file, gzip } of all) console.error(`  ${kb(gzip).padStart(6)} kB ${file}`);
}

/** @param {number} bytes */
function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}

/** @param {string} message */
function complain(message) {
  console.error(message);
  process.exitCode = 1;
}
