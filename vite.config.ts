import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { consolePage } from './vite/consolePage.ts';
import { simulatedPage } from './vite/simulatedPage.ts';

export default defineConfig({
  base: './',
  plugins: [react(), consolePage(), simulatedPage()],
  build: {
    target: 'es2023',
    // light-dark() as written: lowered, a colour scheme set by script would have no effect
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // the page names what to load ahead by itself: Vite's helper would cost more than it brings
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
