/** Reads addresses as they are needed: a block of 65,536 is never in memory as a whole. */
export class AddressReader {
  private readonly addresses: Iterator<string>;
  private readonly peeked: string[] = [];
  private nextId = 0;
  private exhausted = false;

  constructor(addresses: Iterable<string>) {
    this.addresses = addresses[Symbol.iterator]();
  }

  /** How many have been read; a peek counts. */
  get read(): number {
    return this.nextId + this.peeked.length;
  }
  get ended(): boolean {
    return this.exhausted && this.peeked.length === 0;
  }

  hasAtMost(count: number): boolean {
    while (this.peeked.length <= count && this.peek());
    return this.peeked.length <= count;
  }

  /** The next addresses, each with its place in the order. */
  take(count: number): readonly { readonly id: number; readonly address: string }[] {
    while (this.peeked.length < count && this.peek());
    return this.peeked.splice(0, count).map((address) => ({ id: this.nextId++, address }));
  }

  private peek(): boolean {
    const { done, value } = this.addresses.next();
    if (done) this.exhausted = true;
    else this.peeked.push(value);
    return !done;
  }
}
