/** A server of the test's own. */
export interface TestServer {
  /** As a power cut would. */
  stop(): Promise<void>;
  /** On the same port and data (Redis keeps none). */
  start(): Promise<void>;
}

export function missingPackages(): string[];
export function startServers(): Promise<{
  mysqlUrl: string;
  redisUrl: string;
  mysql: TestServer;
  redis: TestServer;
  stop(): Promise<void>;
}>;
