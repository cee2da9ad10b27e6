/** Small, at the top, beside the menu: neither the name nor the composer is covered. */
export const PANEL_STYLE = `
  :host {
    position: fixed;
    inset-block-start: 0;
    inset-inline-end: 56px;
    z-index: 1;
    width: fit-content;
    font: 12px/1.4 system-ui, sans-serif;
    color-scheme: light;
  }
  details {
    padding: 0 8px;
    border-radius: 0 0 6px 6px;
    background: #fff8d6;
    color: #222;
    box-shadow: 0 1px 4px rgb(0 0 0 / 30%);
  }
  summary { cursor: pointer; white-space: nowrap; }
  p { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin: 6px 0; max-width: 300px; }
  button, select { font: inherit; min-height: 24px; }
  ol { margin: 6px 0; padding-inline-start: 20px; }
  ol:empty { display: none; }
`;
