/** Only links that a reader may follow without harm: https, and nothing that could end an attribute or a link. */
export const isWebLink = (reference: string): boolean => /^https:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w./?#=&%~+,;:@!()-]*)?$/.test(reference);
