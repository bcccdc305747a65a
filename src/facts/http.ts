import { z } from 'zod';

const httpAnswer = z.object({
  status: z.number(),
  server: z.string(),
  title: z.string(),
  headers: z.record(z.string(), z.string()),
  location: z.string(),
});

/** HTTP: RFC 9110, RFC 9309 (robots.txt), RFC 6265 (cookies). Every string is cut, and no cookie value is kept. */
export const httpFacts = {
  'http.root': httpAnswer
    .extend({
      bodyExcerpt: z.string().describe('Up to 2,048 characters of the page, for the marks of the systems'),
    })
    .describe('The answer to GET / without following redirects; header names in lower case'),
  'http.final': httpAnswer
    .extend({
      path: z.string(),
      hops: z.number(),
      bodyExcerpt: z.string(),
      passwordFields: z.number().describe('<input type="password"> elements in the first 64 KiB of the page'),
    })
    .describe('The page behind at most 3 redirects on the same host and port; equal to http.root when there was none'),
  'http.robots': z.object({ status: z.number(), disallow: z.array(z.string()) }).describe('robots.txt'),
  'http.favicon': z
    .object({ status: z.number(), path: z.string(), sha256: z.string(), mmh3: z.number().nullable() })
    .describe('The icon that the page names, else /favicon.ico: SHA-256 of the bytes and the MurmurHash3 that Shodan prints'),
  'http.proxy': z
    .object({ forwards: z.boolean(), saw: z.string() })
    .describe('Whether the server fetched, for us, the URL of a listener that we had opened for it'),
  'http.manifest': z
    .object({ status: z.number(), name: z.string(), shortName: z.string(), startUrl: z.string() })
    .describe('The web app manifest at /manifest.json; names are empty where the answer is none'),
  'http.cookies': z
    .array(z.object({ name: z.string(), secure: z.boolean(), httpOnly: z.boolean(), sameSite: z.string() }))
    .describe('Cookies that the pages above set, with their flags'),
};
