// Open ports out of what a scanner prints, as `address port`.

export const porosity = (text) => JSON.parse(text).services.map(({ address, port }) => `${address} ${port}`);

/** Its XML, since its text leaves out hosts without open ports and ports without hosts. */
export const nmap = (text) =>
  [...text.matchAll(/<host .*?<\/host>/gs)].flatMap(([host]) => {
    const address = /<address addr="([^"]+)" addrtype="ipv[46]"/.exec(host)?.[1];
    return [...host.matchAll(/portid="(\d+)"><state state="open"/g)].map(([, port]) => `${address} ${port}`);
  });

export const masscan = (text) => [...text.matchAll(/open port (\d+)\/tcp on (\S+)/g)].map(([, port, address]) => `${address} ${port}`);
/** rustscan -g prints `address -> [22,80]`; naabu -silent prints `address:port`. */
export const rustscan = (text) =>
  [...text.matchAll(/^(\S+) -> \[([\d,]*)\]/gm)].flatMap(([, address, ports]) => ports.split(',').map((port) => `${address} ${port}`));
export const naabu = (text) => [...text.matchAll(/^(\S+):(\d+)$/gm)].map(([, address, port]) => `${address} ${port}`);
