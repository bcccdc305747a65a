import { type Dial, failureOf } from '../../scanner.js';
import { SMB1_MAGIC, Smb1Command, encodeSmb1 } from '../../wire/smb/smb1-message.js';
import { encodeDialects, NT_LM } from '../../wire/smb/smb1-login.js';
import { decodeSmb1 } from '../../wire/smb/smb1-message.js';
import { decodeSmb2 } from '../../wire/smb/smb2-message.js';
import { converse } from './connection.js';
import { agree, DIALECTS } from './dialects.js';

/**
 * One question that servers of all generations answer, each in its own way: an SMB1 negotiation that names SMB 2, too
 * (MS-SMB2 3.3.5.3.1). A server that hangs up on it is asked in SMB2 alone.
 */
export async function speaksSmb(dial: Dial): Promise<boolean> {
  try {
    return await converse(dial, {}, async (connection) => {
      const header = { command: Smb1Command.NEGOTIATE, treeId: 0, userId: 0, messageId: 0 };
      connection.send(encodeSmb1(header, Buffer.alloc(0), encodeDialects([NT_LM, 'SMB 2.002', 'SMB 2.???'])));
      const answer = await connection.receive();
      if (answer.subarray(0, 4).equals(SMB1_MAGIC)) return decodeSmb1(answer).response;
      return decodeSmb2(answer).status === 0;
    });
  } catch (error) {
    if (failureOf(error).kind !== 'reset') throw error;
    return converse(dial, {}, async (connection) => (await agree(dial, connection, DIALECTS)) !== undefined);
  }
}
