/** `frame.js`: loaded by `launcher.js` when the console is to be in the page. */
import { openFrame } from './openFrame.ts';

Object.assign(window.GmsChat?.parts ?? {}, { openFrame });
