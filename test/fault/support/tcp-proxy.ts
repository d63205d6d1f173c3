import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

const COMMIT = /^.{4}\x03COMMIT/s;
const BEGIN = /^.{4}\x03(?:START TRANSACTION|BEGIN)/s;

/**
 * Stands between the product and MySQL. On request it lets a COMMIT through and ends the connection before the answer can pass: the server
 * has committed and nobody was told.
 */
export class CommitProxy {
  /** Answers that were kept back so far. */
  lost = 0;
  private wanted: { text: string; times: number } | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param url of the database as the product has it */
  static async open(url: string): Promise<CommitProxy> {
    const target = new URL(url);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = new CommitProxy(server, through.href);
    server.on('connection', (client) => proxy.join(client, Number(target.port), target.hostname));
    return proxy;
  }

  /** Loses the answers to the next commits of transactions that said `text` in some statement. */
  loseAnswers(text: string, times = 1): void {
    this.wanted = { text, times };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private join(client: Socket, port: number, host: string): void {
    const upstream = connect(port, host);
    let said = '';
    let mute = false;
    const both = [client, upstream];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    client.on('data', (data) => {
      const text = data.toString('latin1');
      said = BEGIN.test(text) ? text : said + text;
      mute = COMMIT.test(text) && this.take(said);
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!mute) return void client.write(data);
      this.lost += 1;
      for (const socket of both) socket.destroy();
    });
  }

  private take(said: string): boolean {
    if (!this.wanted || this.wanted.times === 0 || !said.includes(this.wanted.text)) return false;
    this.wanted.times -= 1;
    return true;
  }
}
