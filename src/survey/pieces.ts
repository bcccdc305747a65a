import { fold } from '../folded.js';
import type { Survey } from '../model.js';

/** The survey as JSON in pieces: a network of 65,536 addresses needs no second copy of itself as one string. */
export function* surveyPieces(survey: Survey): Iterable<string> {
  const { targets, services, notes, ...head } = survey;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
  yield* list('targets', fold(targets));
  yield ',\n';
  yield* list('services', services);
  yield `,\n  "notes": ${JSON.stringify(notes)}\n}\n`;
}

function* list(name: string, rows: Iterable<unknown>): Iterable<string> {
  yield `  "${name}": [`;
  let first = true;
  for (const row of rows) {
    yield `${first ? '\n' : ',\n'}    ${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? ']' : '\n  ]';
}
