/**
 * Looks of the frame and of what stands for it while it is minimised: src/theme/tokens.css, in numbers.
 * In a corner the window keeps its shape, whatever is in it; in a container that has no height of its own it is as high
 * as its content would like to be. A page's rule for all elements also meets our host: what could be inherited begins anew inside.
 */
export const FRAME_SHEET = `
:host{display:contents!important;color-scheme:inherit}
.room{all:initial;position:fixed;inset-block-end:16px;inset-inline-end:16px;z-index:2147483000;color-scheme:inherit;font:600 15px/1.45 system-ui,sans-serif;color:light-dark(#16202c,#e9eef4);--line:light-dark(#dfe4ea,#2a3541);--accent:light-dark(#0f62d6,#6ea8ff)}
:host([data-in]) .room{display:block;position:relative;inset:auto;z-index:auto;block-size:100%}
*{box-sizing:border-box}
[hidden]{display:none!important}
section{display:flex;flex-direction:column;inline-size:min(var(--w,400px),100vw - 32px);block-size:min(var(--w,400px)*1.6,100dvh - 32px);border:1px solid var(--line);border-radius:18px;overflow:hidden;background:light-dark(#fff,#12181f);box-shadow:0 4px 16px light-dark(#16202c2e,#0000008c)}
:host([data-in]) section{inline-size:100%;block-size:100%;min-block-size:320px}
:host([data-in][data-min]) .room{block-size:auto}
:host([data-min]) section{visibility:hidden;position:fixed;inset-block-end:0;inset-inline-end:0;pointer-events:none}
:host([data-out]) .room{visibility:hidden}
iframe{flex:1 1 auto;border:0;inline-size:100%;block-size:var(--h,640px);min-block-size:0}
.bar{display:flex;justify-content:flex-end;border-block-end:1px solid var(--line)}
button{font:inherit;color:inherit;background:none;border:0;min-inline-size:44px;min-block-size:44px;cursor:pointer}
.tab{padding:8px 18px;border-radius:99px;color:light-dark(#fff,#06182f);background:var(--accent);border:1px solid transparent;box-shadow:0 4px 16px light-dark(#16202c2e,#0000008c)}
.tab i{font-style:normal;margin-inline-start:8px;padding:1px 8px;border-radius:99px;background:light-dark(#fff,#06182f);color:var(--accent)}
.tab b{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:480px),(max-height:480px){:host(:not([data-in],[data-min])) .room{inset:0}:host(:not([data-in])) section{inline-size:100vw;block-size:100dvh;border:0;border-radius:0}}
`;
