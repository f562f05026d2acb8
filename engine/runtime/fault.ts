/**
 * A Fault: ours or the disk's, neither the author's (Problem) nor the sender's (Refusal). Thrown.
 * Knows: the codes. Does not know: how they are told to people; `details` has what a text needs.
 */

export type FaultCode =
  | 'journal-exists'
  | 'journal-missing'
  | 'journal-locked'
  | 'journal-broken'
  | 'journal-gap'
  | 'journal-read'
  | 'journal-write'
  | 'journal-closed'
  | 'journal-differs'
  | 'attachment-missing'
  | 'attachment-differs'
  | 'attachment-write'
  | `${'library' | 'roster' | 'actions'}-${'corrupt' | 'locked' | 'read' | 'write'}`;

export type FaultDetails = { readonly [name: string]: string | number };

export class Fault extends Error {
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(
    code: FaultCode,
    message: string,
    more: { cause?: unknown; details?: FaultDetails } = {},
  ) {
    super(message, 'cause' in more ? { cause: more.cause } : {});
    this.name = 'Fault';
    this.code = code;
    this.details = more.details ?? {};
  }
}
