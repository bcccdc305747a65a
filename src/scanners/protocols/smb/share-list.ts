import { ProbeError } from '../../../errors.js';
import { decodeResponse, encodeBind, encodeRequest, expectBound } from '../../wire/smb/rpc.js';
import {
  decodeNetShareEnum,
  encodeNetShareEnum,
  expectListed,
  type ListedShare,
  NET_SHARE_ENUM,
  SRVSVC,
  SRVSVC_VERSION,
} from '../../wire/smb/share-list.js';
import { Access } from '../../wire/smb/smb2-file.js';
import { granted, type OpenFile, type Reply, type Session } from './session.js';

/** More shares than any home has; a longer list is cut. */
const MAX_SHARES = 256;
const MAX_LIST_BYTES = 256 * 1024;

/** NetShareEnum over the pipe `srvsvc` of `IPC$`; the status where the server refuses one of the steps. */
export async function listShares(session: Session, server: string): Promise<Reply<readonly ListedShare[]>> {
  const tree = await session.connect('IPC$');
  if (!tree.ok) return tree;
  const pipe = await tree.value.open({ path: 'srvsvc', access: Access.PIPE, kind: 'pipe', how: 'open' });
  if (!pipe.ok) return pipe;
  expectBound(await pipe.value.transceive(encodeBind(SRVSVC, SRVSVC_VERSION)));
  const stub = await call(pipe.value, encodeRequest(NET_SHARE_ENUM, encodeNetShareEnum(server)));
  const list = decodeNetShareEnum(stub, MAX_SHARES);
  expectListed(list);
  await pipe.value.close();
  await tree.value.disconnect();
  return granted(list.shares);
}

async function call(pipe: OpenFile, request: Buffer): Promise<Buffer> {
  let bytes = await pipe.transceive(request);
  for (;;) {
    const { stub, whole } = decodeResponse(bytes);
    if (whole) return stub;
    const more = await pipe.read();
    if (more.length === 0 || bytes.length + more.length > MAX_LIST_BYTES) throw new ProbeError('limit', 'the share list does not end');
    bytes = Buffer.concat([bytes, more]);
  }
}
