import { describe, expect, test } from '@jest/globals';
import { type NmapHost, NmapReader } from '../../../src/scanners/nmap/read-xml.js';

/** nmap 7.93, two hosts; the second port has no service, and a host is down. */
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<nmaprun scanner="nmap" args="nmap -oX - -sT" start="1" version="7.93" xmloutputversion="1.05">
<scaninfo type="connect" protocol="tcp" numservices="101" services="1-100,443"/>
<host starttime="1" endtime="2"><status state="up" reason="user-set" reason_ttl="0"/>
<address addr="192.0.2.7" addrtype="ipv4"/>
<address addr="02:00:00:00:00:01" addrtype="mac" vendor="percent"/>
<hostnames>
</hostnames>
<ports><extraports state="filtered" count="97">
<extrareasons reason="no-response" count="95" proto="tcp" ports="1-21"/>
<extrareasons reason="host-unreach" count="2" proto="tcp" ports="23"/>
</extraports>
<port protocol="tcp" portid="443"><state state="open" reason="syn-ack" reason_ttl="0"/></port>
<port protocol="tcp" portid="22"><state state="open" reason="syn-ack" reason_ttl="0"/><service name="ssh" method="table" conf="3"/></port>
<port protocol="tcp" portid="80"><state state="closed" reason="conn-refused" reason_ttl="0"/><service name="http" method="table" conf="3"/></port>
</ports>
<times srtt="787" rttvar="4100" to="100000"/>
</host>
<host><status state="down" reason="no-response" reason_ttl="0"/>
<address addr="192.0.2.8" addrtype="ipv4"/>
</host>
<runstats><finished time="1" exit="success"/><hosts up="1" down="1" total="2"/>
</runstats>
</nmaprun>
`;
const HOST: NmapHost = {
  address: '192.0.2.7',
  open: [
    { port: 22, reason: 'syn-ack' },
    { port: 443, reason: 'syn-ack' },
  ],
  closed: 1,
  filtered: 97,
  reasons: { 'no-response': 95, 'host-unreach': 2, 'conn-refused': 1 },
  rttMs: 0.787,
};

function read(chunks: readonly string[]): NmapHost[] {
  const hosts: NmapHost[] = [];
  const reader = new NmapReader((host) => hosts.push(host));
  for (const chunk of chunks) reader.write(chunk);
  return hosts;
}

describe('NmapReader', () => {
  test('reads states, reasons and counts; a host that is down is no host', () => {
    expect(read([XML])).toEqual([HOST]);
  });

  test('reads it in pieces of any size', () => {
    expect(read([...XML])).toEqual([HOST]);
  });

  test('says nothing of a host that is cut off', () => {
    const end = XML.indexOf('</host>');
    for (let length = 0; length < end; length += 7) expect(read([XML.slice(0, length)])).toEqual([]);
  });

  test('throws on what is not XML', () => {
    expect(() => read(['Starting Nmap 7.93\n'])).toThrow();
  });
});
