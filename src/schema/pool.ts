/** What is worth a look whether it has been there before, in characters of JSON. */
const MAX_POOLED = 1_000;
/** What has not come again by then is forgotten: a pool must not hold what is there once. */
const MAX_ENTRIES = 50_000;

/** Lets equal values be one value: of ten thousand hosts most say the same. */
export class Pool {
  private known = new Map<string, unknown>();

  /** The value, with everything in it that has been there before replaced by that. */
  share<Value>(value: Value): Value {
    if (typeof value === 'string') return this.pooled(value, value);
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    return text.length <= MAX_POOLED ? this.pooled(text, value) : this.shareMembers(value);
  }

  /** The same value; what it holds is shared. */
  shareMembers<Value extends object>(value: Value): Value {
    const members = value as Record<string, unknown>;
    for (const key of Object.keys(members)) members[key] = this.share(members[key]);
    return value;
  }

  private pooled<Value>(key: string, value: Value): Value {
    const known = this.known.get(key);
    // The string `{}` and the empty map have the same key.
    if (known !== undefined && typeof known === typeof value) return known as Value;
    if (this.known.size >= MAX_ENTRIES) this.known = new Map();
    this.known.set(key, value);
    return value;
  }
}
