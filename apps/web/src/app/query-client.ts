import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../shared/api';

/** A refusal stays a refusal: only a server that could not be reached, or was busy, is asked again. */
const worthAsking = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status >= 502);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && worthAsking(error),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
