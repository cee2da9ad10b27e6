import { awaitVisitor, compose, emit, forever, join, leave, pushUrl, rename, say, wait } from './compose.ts';

const MARKUP = `<img src=x onerror="alert('markup')"> <script>alert(1)</script> & "quotes" https://ok.example.com/?a=1&b=<b>`;
const RIGHT_TO_LEFT = 'مرحبا, invoice \u202e4711 gpj.exe\u202c — שלום';
const STACKED = `Z${'\u0351\u0327\u0334'.repeat(60)}algo`;
const CONTROLS = 'null \u0000 bell \u0007 escape \u001b[31m lone surrogate \ud83d end \u2028 next';

/** What no agent writes and every console must survive. Source: reliability.md F31–F33, gms-chat.md TV-12, TV-36. */
export const hostile = compose(
  wait(300),
  join('<b onmouseover=alert(2)>Eve</b>'),
  say(MARKUP),
  say(RIGHT_TO_LEFT),
  say(`Unbroken: ${'W'.repeat(5000)}`),
  say(STACKED),
  say(CONTROLS),
  say('👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇴 👍🏽'),
  say('[click](javascript:alert(3)) javascript:alert(4) data:text/html,<script>alert(5)</script>'),
  say('Look: https://bank.example.com@evil.example.net/ and https://xn--nrthwind-n4a.example.com'),
  pushUrl('javascript:alert(6)'),
  pushUrl(' jAvAsCrIpT:alert(7)'),
  pushUrl('https://example.com/"onclick="alert(8)'),
  emit({ type: 'Message' }),
  emit({
    type: 'FileUploaded',
    userData: { 'file-id': 'f-77c0', 'file-name': '../../form <b>\u202efdp.exe' },
  }),
  rename(`Eve ${'very '.repeat(80)}long`),
  say('A hundred thousand characters follow.'),
  say('All work and no play makes this a long message. '.repeat(2100)),
  leave(),
  join('__proto__'),
  say('constructor'),
  forever(awaitVisitor(), wait(500), say(MARKUP)),
);
