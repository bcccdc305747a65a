import { z } from 'zod';

/** Terminals and SSH clients in the browser. A fact is there only where the program met has something to ask for. */
export const webTerminalFacts = {
  'web-terminal.page': z
    .object({
      product: z.enum(['huashengdun-webssh', 'ttyd', 'gotty', 'wetty', 'shellinabox']),
      base: z.string().describe('The path under which it was found; empty at the top'),
      door: z
        .enum(['open', 'login', 'proxy-login', 'trusted-header', 'forbidden', 'to-tls', 'hidden'])
        .describe(
          'Whom the page lets in: everybody; who logs in, to it or to something in front; who brings a header (status 407); not this address; nobody here, but it sends to TLS; not found at the paths that were tried',
        ),
      banner: z.string().describe('What it says of itself in `Server`, the most telling one'),
      headers: z.record(z.string(), z.string()),
      saw: z.string(),
    })
    .describe('The page of a web terminal. No shell is opened for it'),
  'web-terminal.socket-origin': z
    .object({ accepted: z.boolean(), saw: z.string() })
    .describe('Whether its WebSocket is opened for a page of a foreign origin; no frame is sent, so no process starts'),
  'web-terminal.socket-behind-login': z
    .object({ path: z.string(), status: z.number() })
    .describe('The WebSocket asked for without the login that stands before the page'),
  'web-terminal.unknown-path': z
    .object({ status: z.number(), contentType: z.string(), traceback: z.boolean() })
    .describe('webssh of huashengdun: a path that does not exist'),
  'web-terminal.csrf': z
    .object({ checked: z.boolean(), saw: z.string() })
    .describe('webssh of huashengdun: a POST without a field, refused before anything is connected'),
  'web-terminal.targets': z
    .object({ limited: z.boolean(), saw: z.string() })
    .describe('webssh of huashengdun: whether hosts without a known key are refused; asked with a key that is none, so nothing is dialled'),
  'web-terminal.metrics': z
    .object({ status: z.number(), connections: z.boolean() })
    .describe('WeTTY: /metrics, and whether it counts connections there'),
};
