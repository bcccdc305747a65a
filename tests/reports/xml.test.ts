import { expect, test } from '@jest/globals';
import sax from 'sax';
import { XmlWriter } from '../../src/reports/xml.js';

test.each(['a & b', '<script>', 'he said "no"', '&lt;already escaped&gt; &#10;', ']]>', "it's"])('%s comes back as it was', (words) => {
  const text = new XmlWriter('all').open('all').leaf('one', { words }, [words]).leaf('none').close().end().take();
  const seen: string[] = [];
  const parser = sax.parser(true);
  parser.onattribute = ({ value }) => seen.push(value);
  parser.ontext = (value) => seen.push(value.trim());
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(text).close();
  expect(seen.filter(Boolean)).toEqual([words, words]);
});
