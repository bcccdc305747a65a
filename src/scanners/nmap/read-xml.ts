import sax from 'sax';

/** One `<host>` of `nmap -oX`. */
export interface NmapHost {
  readonly address: string;
  readonly open: readonly { readonly port: number; readonly reason: string }[];
  readonly closed: number;
  readonly filtered: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly rttMs?: number;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Reads nmap's XML as it comes, host by host; nothing of it is kept. Throws on what is not XML. */
export class NmapReader {
  private readonly parser = sax.parser(true);
  private host: HostBuilder | undefined;

  constructor(private readonly onHost: (host: NmapHost) => void) {
    this.parser.onopentag = ({ name, attributes }) => this.open(name, attributes as Attributes);
    this.parser.onclosetag = (name) => this.close(name);
    this.parser.onerror = (error) => {
      throw error;
    };
  }

  write(text: string): void {
    this.parser.write(text);
  }

  private open(name: string, attributes: Attributes): void {
    if (name === 'host') this.host = new HostBuilder();
    else this.host?.read(name, attributes);
  }

  private close(name: string): void {
    if (name !== 'host' || !this.host) return;
    if (this.host.up) this.onHost(this.host.finish());
    this.host = undefined;
  }
}

class HostBuilder {
  up = false;
  private address = '';
  private readonly open: { port: number; reason: string }[] = [];
  private closed = 0;
  private filtered = 0;
  private readonly reasons: Record<string, number> = {};
  private rttMs: number | undefined;
  private port = 0;
  private extraState = '';

  read(name: string, attributes: Attributes): void {
    if (name === 'status') this.up = attributes.state === 'up';
    else if (name === 'address' && attributes.addrtype !== 'mac') this.address = attributes.addr ?? '';
    else if (name === 'port') this.port = Number(attributes.portid);
    else if (name === 'state') this.count(attributes.state ?? '', attributes.reason ?? '', 1);
    else if (name === 'extraports') this.extraState = attributes.state ?? '';
    else if (name === 'extrareasons') this.count(this.extraState, attributes.reason ?? '', Number(attributes.count));
    // In microseconds.
    else if (name === 'times') this.rttMs = Number(attributes.srtt) / 1_000;
  }

  finish(): NmapHost {
    const { address, closed, filtered, reasons, rttMs } = this;
    const open = this.open.sort((a, b) => a.port - b.port);
    return { address, open, closed, filtered, reasons, ...(rttMs === undefined ? {} : { rttMs }) };
  }

  private count(state: string, reason: string, ports: number): void {
    if (state === 'open') {
      this.open.push({ port: this.port, reason });
      return;
    }
    if (state === 'closed') this.closed += ports;
    else this.filtered += ports;
    this.reasons[reason] = (this.reasons[reason] ?? 0) + ports;
  }
}
