import { startConsole } from './app/startConsole.ts';

if (import.meta.env.MODE === 'simulated') {
  const { startInPage } = await import('./mocks/browser.ts');
  await startInPage();
}
void startConsole(window);
