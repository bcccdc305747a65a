export type Scalar = string | number | boolean | null;

/** Python's YAML 1.1 (Home Assistant, AppDaemon) or the core schema that Go and JavaScript programs read. */
export type Dialect = 'yaml-1.1' | 'yaml-1.2';

// The implicit types of YAML 1.1 as PyYAML has them: no `y` or `n`, exponents only after a point and with a sign.
const YES = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const NO = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INTEGER = /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*)$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;

const CORE_TRUE = /^(?:true|True|TRUE)$/;
const CORE_FALSE = /^(?:false|False|FALSE)$/;
const CORE_NUMBER = /^[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

/** What a scalar without quotes means. */
export function resolvePlain(text: string, dialect: Dialect): Scalar {
  if (NULL.test(text)) return null;
  if (dialect === 'yaml-1.2') {
    if (CORE_TRUE.test(text)) return true;
    if (CORE_FALSE.test(text)) return false;
    return CORE_NUMBER.test(text) ? Number(text.replace(/^\+/, '')) : text;
  }
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  if (INTEGER.test(text)) return integer(text.replaceAll('_', '')) ?? text;
  return FLOAT.test(text) ? Number(text.replaceAll('_', '').replace(/^\+/, '')) : text;
}

const SEXAGESIMAL = 60;

/** `010` is eight, `1:30` is ninety; `08` is neither and stays text. */
function integer(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  const bare = digits.replace(/^0[bx]/, '');
  if (digits.includes(':'))
    return digits.startsWith('0') ? undefined : sign * digits.split(':').reduce((sum, part) => sum * SEXAGESIMAL + Number(part), 0);
  const base = digits.startsWith('0b')
    ? 2
    : digits.startsWith('0x')
      ? 16
      : /^0[0-7]+$/.test(digits)
        ? 8
        : /^(?:0|[1-9][0-9]*)$/.test(digits)
          ? 10
          : undefined;
  return base === undefined || bare === '' ? undefined : sign * parseInt(bare, base);
}
