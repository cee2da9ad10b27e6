import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Session } from '../../session/createSession.ts';
import { useConsole } from '../ConsoleContext.ts';
import { createQueryClient } from '../../queries/createQueryClient.ts';

const clients = new WeakMap<Session, QueryClient>();

/** For what asks GMS by itself: one cache for all that belongs to a session, wherever on the page it stands. */
export function QueryFrame({ children }: Readonly<{ children: ReactNode }>) {
  const { session } = useConsole();
  const client = clients.get(session) ?? createQueryClient();
  clients.set(session, client);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
