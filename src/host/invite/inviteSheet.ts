/**
 * Looks of the invitation, after src/theme/tokens.css. A page's rule for all elements also meets our host, and wins
 * over `:host`: so everything that could be inherited begins anew inside.
 */
export const INVITE_SHEET = `
:host { display: contents !important; color-scheme: inherit; }
.corner {
  all: initial;
  position: fixed;
  inset-block-end: max(16px, env(safe-area-inset-bottom));
  inset-inline-end: 16px;
  z-index: 2147483000;
  inline-size: min(23em, 100vw - 32px);
  max-block-size: calc(100dvh - 32px);
  overflow: auto;
  border-radius: 18px;
  color-scheme: inherit;
  font: 400 max(15px, 0.9375rem)/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  color: light-dark(#16202c, #e9eef4);
  box-shadow: 0 4px 16px light-dark(#16202c2e, #0000008c);
  --accent: light-dark(#0f62d6, #6ea8ff);
  --line: light-dark(#dfe4ea, #2a3541);
}
* { box-sizing: border-box; margin: 0; }
[role='dialog'] {
  position: relative;
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0 12px;
  padding: 16px;
  border: 1px solid var(--line);
  border-radius: 18px;
  overflow: hidden;
  background: light-dark(#ffffff, #1a222c);
}
.mark {
  display: grid;
  place-items: center;
  inline-size: 40px;
  block-size: 40px;
  border-radius: 50%;
  color: light-dark(#0b4eae, #8dbaff);
  background: light-dark(#e8f0fd, #17304f);
}
svg {
  inline-size: 20px;
  fill: none;
  stroke: currentcolor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
p { overflow-wrap: anywhere; }
.title { font-weight: 600; }
.text, .note { color: light-dark(#566372, #a9b6c4); }
.buttons {
  grid-column: 1 / -1;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-block-start: 16px;
}
button {
  flex: 1 1 8em;
  min-block-size: 44px;
  padding: 8px 12px;
  border: 1px solid var(--line);
  border-radius: 12px;
  font: inherit;
  font-weight: 600;
  color: inherit;
  background: none;
  cursor: pointer;
}
button:hover { border-color: var(--accent); }
.accept {
  color: light-dark(#ffffff, #06182f);
  background: var(--accent);
  border-color: transparent;
}
.accept:hover { background: light-dark(#0b4eae, #8dbaff); }
[data-type='both'] .decline { flex-basis: 100%; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.note {
  grid-column: 1 / -1;
  font-size: 0.8334em;
  text-align: center;
}
.note:not(:empty) { margin-block-start: 8px; }
.ear {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
.line {
  position: absolute;
  inset-block-end: 0;
  inset-inline: 0;
  block-size: 3px;
  background: var(--accent);
  opacity: 0.6;
  transform-origin: left;
  animation: leave linear both;
}
:dir(rtl) > .line { transform-origin: right; }
.corner[data-paused] .line { animation-play-state: paused; }
@keyframes leave { to { transform: scaleX(0); } }
@keyframes come { from { opacity: 0; transform: translateY(8px); } }
@media (prefers-reduced-motion: no-preference) { .corner { animation: come 120ms ease-out; } }
@media (prefers-reduced-motion: reduce) { .line { display: none; } }
@media (forced-colors: active) { .line { background: CanvasText; } .accept { border-color: ButtonText; } }
@media print { .corner { display: none; } }
`;
