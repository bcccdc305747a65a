type Whole<T> = T extends object ? { readonly [Key in keyof T]: Whole<T[Key]> } : T;
type WholeAndRequired<T> = T extends object ? { readonly [Key in keyof T]-?: WholeAndRequired<T[Key]> } : T;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * True where a schema says exactly what a type says. Asked twice, because a missing optional key shows only where every
 * key is required. `readonly` is not compared: zod does not know it.
 */
export type Same<A, B> = Mutual<Whole<A>, Whole<B>> extends true ? Mutual<WholeAndRequired<A>, WholeAndRequired<B>> : false;
