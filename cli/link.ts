/**
 * Links that a host hands out: `http://host:port/#t=…` for participants, `#c=…` for control,
 * `/wall#w=…` for the room's projector.
 */
import { SOCKET_PATH } from '../engine/runtime/protocol.ts';

export type Door = 'control' | 'join' | 'wall';
const ENDS: Readonly<Record<Door, string>> = { control: '/#c', join: '/#t', wall: '/wall#w' };

/** The token is in the fragment, which browsers never send: it reaches no server's log. */
export function linkFor(door: Door, address: string, port: number, token: string): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${port}${ENDS[door]}=${token}`;
}

/** Where a link leads. Undefined when it is not one of ours. */
export function readLink(
  link: string,
): { readonly door: Door; readonly token: string; readonly socket: string } | undefined {
  try {
    const url = new URL(link);
    const match = /^#([ct])=([\w-]{8,200})$/.exec(url.hash);
    if (!match || !['http:', 'https:'].includes(url.protocol)) return undefined;
    const scheme = url.protocol === 'https:' ? 'wss' : 'ws';
    const socket = `${scheme}://${url.host}${SOCKET_PATH}`;
    return { door: match[1] === 'c' ? 'control' : 'join', token: match[2] ?? '', socket };
  } catch {
    return undefined;
  }
}

/** Where a code is to be tried: the host's address, whatever stands behind it. */
export function codeLink(
  address: string,
  code: string,
): { readonly token: string; readonly socket: string } | undefined {
  try {
    const { protocol, host } = new URL(address);
    if (!['http:', 'https:'].includes(protocol)) return undefined;
    const scheme = protocol === 'https:' ? 'wss' : 'ws';
    return { token: code, socket: `${scheme}://${host}${SOCKET_PATH}` };
  } catch {
    return undefined;
  }
}
