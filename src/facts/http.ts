import { z } from 'zod';

export const httpAnswer = z.object({
  status: z.number(),
  server: z.string(),
  title: z.string(),
  headers: z.record(z.string(), z.string()),
  location: z.string(),
});

/** HTTP: RFC 9110, RFC 9309 (robots.txt). */
export const httpFacts = {
  'http.root': httpAnswer
    .extend({
      bodyExcerpt: z.string().describe('Up to 2,048 characters of the page, for the marks of the systems'),
    })
    .describe('The answer to GET / without following redirects; header names in lower case'),
  'http.final': httpAnswer
    .extend({ path: z.string(), hops: z.number(), bodyExcerpt: z.string() })
    .describe('The page behind at most 3 redirects inside the scope; equal to http.root when there was none'),
  'http.robots': z.object({ status: z.number(), disallow: z.array(z.string()) }).describe('robots.txt'),
  'http.favicon': z
    .object({ status: z.number(), sha256: z.string(), mmh3: z.number().nullable() })
    .describe('favicon.ico: SHA-256 of the bytes and the MurmurHash3 that Shodan prints'),
  'http.proxy': z
    .object({ forwards: z.boolean(), saw: z.string() })
    .describe('Whether the server fetched, for us, a foreign URL that we own'),
  'http.manifest': z
    .object({ name: z.string(), shortName: z.string(), startUrl: z.string() })
    .describe('The web app manifest at /manifest.json'),
};
