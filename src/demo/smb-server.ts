import net from 'node:net';
import { ByteReader } from '../scanners/byte-reader.js';
import { frame, FRAME_HEADER_BYTES, MAX_MESSAGE_BYTES } from '../scanners/wire/smb/frame.js';
import { SMB1_MAGIC } from '../scanners/wire/smb/smb1-message.js';
import { SMB_2_WILDCARD } from '../scanners/wire/smb/smb2-negotiate.js';
import { answerSmb1, asksForSmb2 } from './smb/smb1-server.js';
import { type DemoShare, SHARES } from './smb/shares.js';
import { Smb2Server } from './smb/smb2-server.js';

const NETBIOS_NAME = 'HASSIO';
const VERSION = 'Samba 4.7.3';
const SESSION_REQUEST = 0x81;
const POSITIVE_RESPONSE = Buffer.from([0x82, 0, 0, 0]);

/**
 * File sharing for the demo, as the Samba add-on of 2018 came: guests may write `config` and read `share`, a null session
 * is told the list, SMB1 is spoken and signing is left to the client. Nothing is ever written: files are only names.
 */
export function createSmbServer(shares = SHARES): net.Server {
  return net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket, shares).catch(() => socket.destroy());
  });
}

async function serve(socket: net.Socket, shares: readonly DemoShare[]): Promise<void> {
  const reader = new ByteReader(socket);
  const smb2 = new Smb2Server(NETBIOS_NAME, shares);
  for (;;) {
    const header = await reader.take(FRAME_HEADER_BYTES);
    const length = header.readUIntBE(1, 3);
    if (length > MAX_MESSAGE_BYTES) return void socket.destroy();
    const message = await reader.take(length);
    if (header.readUInt8(0) === SESSION_REQUEST) socket.write(POSITIVE_RESPONSE);
    else socket.write(frame(answer(smb2, message)));
  }
}

function answer(smb2: Smb2Server, message: Buffer): Buffer {
  if (!message.subarray(0, 4).equals(SMB1_MAGIC)) return smb2.answer(message);
  return asksForSmb2(message) ? smb2.welcome(SMB_2_WILDCARD) : answerSmb1(message, NETBIOS_NAME, VERSION);
}
