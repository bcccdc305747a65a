import { expect, test } from '@jest/globals';
import { expectationOf } from '../../src/evaluate/expectation.js';
import type { KnownHost } from '../../src/evaluate/subjects.js';
import type { Policy } from '../../src/model.js';
import { loadProfiles } from '../../src/profiles/index.js';

const profiles = await loadProfiles();
const hub = 'beszel-hub';
const agent = 'beszel-agent';

/** A host with products on ports and no other services. */
function host(...met: readonly (readonly [kind: string, port: number])[]): KnownHost {
  const services = met.map(([kind, port]) => {
    const profile = profiles.find((one) => one.kind === kind)!;
    const recognition = { id: profile.system, title: profile.title, version: '', confidence: 90 };
    return { service: { port }, evidence: {}, recognised: [{ profile, recognition }] };
  });
  const systems = services.flatMap(({ recognised }) => recognised.map(({ recognition }) => recognition));
  return { target: { name: 'box.lan', address: '192.168.0.9' }, services, systems, subjects: [] } as unknown as KnownHost;
}
const expected = (on: KnownHost, port: number, policy?: Policy) => expectationOf(on, profiles, policy)({ port });

test('a guest says nothing about the other ports of the host', () => {
  expect(expected(host([agent, 45876]), 80)).toBeUndefined();
  expect(expected(host([agent, 45876]), 45876)).toBeUndefined();
  expect(expected(host(), 80)).toBeUndefined();
});

test('a system to which the host belongs says it for all of them, and for its guests', () => {
  const both = host(['home-assistant', 8123], [agent, 45876]);
  expect([8123, 45876, 5432].map((port) => expected(both, port))).toEqual([true, true, false]);
});

test('a part of a system that was moved to another port is expected there', () => {
  expect([9000, 9001].map((port) => expected(host([hub, 9000]), port))).toEqual([true, false]);
  expect([2222, 2223].map((port) => expected(host([hub, 8090], [agent, 2222]), port))).toEqual([true, false]);
});

test('a part that the network does not need is not expected where it usually is', () => {
  expect(expected(host(['betterdesk', 21114]), 21114)).toBe(false);
});

test('a policy speaks for a host of guests, too', () => {
  const policy = { expect: [{ target: 'box.lan', ports: [80] }] } as unknown as Policy;
  expect([80, 81].map((port) => expected(host([agent, 45876]), port, policy))).toEqual([true, false]);
});
