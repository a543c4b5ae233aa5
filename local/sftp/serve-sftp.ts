import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import ssh2, { type AuthContext, type ParsedKey } from 'ssh2';
import { type Disk, serveFiles } from './serve-files.ts';

export type SftpServer = {
  readonly port: number;
  /** Cuts all connections, as a broken line does. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
};

export type SftpServing = {
  readonly user: string;
  readonly password: string;
  /** Whose private key lets the user in as well, as a line of `authorized_keys`. */
  readonly publicKey?: string;
  /** In PEM or OpenSSH's form. */
  readonly hostKey: string;
  readonly disk: Disk;
  /** Called whenever somebody says who they are. */
  readonly onSignIn?: () => void;
  /** 0: any that is free. */
  readonly port: number;
};

/** An SFTP server for one user, on real files of a folder, on this machine alone. */
export async function serveSftp(serving: SftpServing): Promise<SftpServer> {
  const sockets = new Set<Socket>();
  const server = new ssh2.Server({ hostKeys: [serving.hostKey] }, (client) => {
    client.on('error', () => {
      // Who hangs up in the middle of something is heard of nowhere else.
    });
    client.on('authentication', (context) => {
      serving.onSignIn?.();
      if (isAllowed(context, serving)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFiles(acceptSftp(), serving.disk));
    });
  });
  // Beside ssh2, which does not tell whose a connection is.
  const { _srv: listener } = server as unknown as {
    _srv: { on(event: 'connection', listener: (socket: Socket) => void): void };
  };
  listener.on('connection', (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(serving.port, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

function isAllowed(context: AuthContext, { user, password, publicKey }: SftpServing): boolean {
  if (context.username !== user) return false;
  if (context.method === 'password') return isSame(context.password, password);
  if (context.method !== 'publickey' || publicKey === undefined) return false;
  const key = ssh2.utils.parseKey(publicKey) as ParsedKey;
  if (!key.getPublicSSH().equals(context.key.data)) return false;
  // Asked first whether it would do, and signed for then.
  const { blob, signature, hashAlgo } = context;
  return !blob || !signature || key.verify(blob, signature, hashAlgo) === true;
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
