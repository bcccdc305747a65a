import type { VNode } from 'preact';
import type { Place } from '../../model.js';
import { spansOf } from '../inline.js';
import { isWebLink } from '../links.js';
import { printable } from '../printable.js';

/** A sentence with its backticks set as code. preact escapes the text; printable has taken what nobody can see. */
export function Prose({ text }: { readonly text: string }): VNode {
  return <>{spansOf(text).map((span) => (span.code ? <code>{span.text}</code> : span.text))}</>;
}

export function Reference({ href }: { readonly href: string }): VNode {
  if (!isWebLink(href)) return <span>{printable(href)}</span>;
  return (
    <a href={href} rel="noreferrer noopener">
      {href.replace('https://', '')}
    </a>
  );
}

export function FilePlace({ place }: { readonly place: Place }): VNode {
  return (
    <span class="soft">
      {' '}
      in <span class="mono">{`${printable(place.file)}${place.line === undefined ? '' : `:${place.line}`}`}</span>
    </span>
  );
}
