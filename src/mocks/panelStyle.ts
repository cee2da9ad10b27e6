/** A narrow tab at the end of the line, half-way down: neither the header nor the composer is covered. */
export const PANEL_STYLE = `
  :host {
    position: fixed;
    inset-block-start: 50%;
    inset-inline-end: 0;
    translate: 0 -50%;
    z-index: 1;
    font: 12px/1.4 system-ui, sans-serif;
    color-scheme: light;
  }
  details {
    border-start-start-radius: 6px;
    border-end-start-radius: 6px;
    background: #fff8d6;
    color: #222;
    box-shadow: 0 1px 4px rgb(0 0 0 / 30%);
  }
  details[open] { padding: 4px 8px; }
  summary { cursor: pointer; white-space: nowrap; }
  details:not([open]) > summary { padding: 8px 1px; font-size: 11px; list-style: none; writing-mode: vertical-rl; }
  p { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin: 6px 0; max-width: 280px; }
  button, select { font: inherit; min-height: 24px; }
  ol { margin: 6px 0; padding-inline-start: 20px; }
  ol:empty { display: none; }
`;
