/**
 * Where participants reach a host whose control link one has. Knows: this machine's networks. Does
 * not know: what stands behind the address.
 */
import { networkInterfaces } from 'node:os';

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/**
 * The control link is for this machine. Others need an address of the room's network, if the host
 * listens there: it is asked.
 */
export async function reachable({ hostname, port }: URL): Promise<string> {
  const own = hostname.replace(/^\[|\]$/g, '');
  if (own !== '127.0.0.1' && own !== 'localhost' && own !== '::1') return own;
  const outer = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of outer) {
    const asked = fetch(`http://${address}:${port}/healthz`, {
      signal: AbortSignal.timeout(1_500),
    });
    const there = await asked.then(({ ok }) => ok).catch(() => false);
    if (there) return address;
  }
  return own;
}
