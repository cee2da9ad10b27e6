import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { consolePage } from './vite/consolePage.ts';
import { hostScripts } from './vite/hostScripts.ts';
import { reactAsModules } from './vite/reactAsModules.ts';
import { simulatedPage } from './vite/simulatedPage.ts';

/** What every screen shares, in one file: screens that come on demand must not cost first loads a request each. */
function isShared(module: string): boolean {
  return /^\0as-module:|\/node_modules\/(?:react|react-dom|scheduler)\/|rolldown\/runtime|\/src\/(?:session\/(?:selectors|selectIsCall)|ui\/(?:ConsoleContext|parts\/))/.test(
    module,
  );
}

/** What comes late and is part of calls, too: one file instead of one for each. */
function isLateAndShared(module: string): boolean {
  return /\/src\/ui\/(?:sound\/|banner\/useClock|screens\/AskTwice|transcript\/webAddress)/.test(module);
}

export default defineConfig({
  base: './',
  plugins: [react(), reactAsModules(), consolePage(), simulatedPage(), hostScripts()],
  build: {
    target: 'es2023',
    // light-dark() as written: lowered, a colour scheme set by script would have no effect
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // the page names what to load ahead by itself: Vite's helper would cost more than it brings
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // no getter of ours or of React does anything: what is only read is left out
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: {
          // only what is named: the boot must not come to depend on the file that React is in
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: isShared },
            { name: 'lateShared', test: isLateAndShared },
          ],
        },
      },
    },
  },
});
