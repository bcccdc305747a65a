import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import SMB2 from 'smb2';
import { answerAnonymously, answerChallenge, decodeNtlmChallenge, encodeNtlmNegotiate } from '../../wire/smb/ntlm.js';
import type { Question, WorkerMessage } from './second-opinion.js';

/** What we touch of the insides of `smb2` 0.2.11. */
interface Insides {
  readonly socket: {
    connect: () => void;
    write: (bytes: Uint8Array) => boolean;
    end: () => void;
    emit: (event: 'data', bytes: Buffer) => boolean;
  };
}
interface Ntlm {
  encodeType1: () => Buffer;
  decodeType2: (message: Buffer) => Buffer;
  encodeType3: (user: string, server: string, domain: string, challenge: Buffer) => Buffer;
}

const { server, share, user } = workerData as Question;
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

// Its own NTLM needs MD4 and DES, which OpenSSL 3 has put away, and speaks NTLMv1; these three functions are all it calls.
const require = createRequire(import.meta.url);
const ntlm = createRequire(require.resolve('smb2'))('ntlm') as Ntlm;
ntlm.encodeType1 = encodeNtlmNegotiate;
ntlm.decodeType2 = (message) => Buffer.from(message);
ntlm.encodeType3 = (_user, _server, _domain, challenge) =>
  user ? answerChallenge(decodeNtlmChallenge(challenge), { user, password: '' }).message : answerAnonymously().message;

const client = new SMB2({ share: `\\\\${server}\\${share}`, domain: '', username: user, password: '', autoCloseTimeout: 0 });
const { socket } = client as unknown as Insides;
socket.connect = () => undefined;
socket.end = () => undefined;
socket.write = (bytes) => {
  tell({ send: bytes });
  return true;
};
parentPort?.on('message', (bytes: Uint8Array) => socket.emit('data', Buffer.from(bytes)));

client.readdir('', (error, names) => {
  const trouble = error as { readonly code?: string; readonly message?: string } | null;
  tell(trouble ? { trouble: String(trouble.code ?? trouble.message).slice(0, 80) } : { entries: names?.length ?? 0 });
});
