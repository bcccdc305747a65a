/**
 * broken: an attack is affordable, or its maintainers withdrew it because one is near; weak: dated or doubted, and
 * everybody who offers it has something better; fine: no reason to change anything.
 */
export type AlgorithmVerdict = 'broken' | 'weak' | 'fine';

export interface SshAlgorithm {
  readonly verdict: AlgorithmVerdict;
  /** Completes "… is offered: ". */
  readonly reason: string;
  readonly source: string;
}
/** The lists of `ssh.algorithms` that are judged. */
export type AlgorithmList = 'kex' | 'serverHostKey' | 'ciphers' | 'macs';
type Table = Readonly<Record<string, SshAlgorithm>>;

const because =
  (verdict: AlgorithmVerdict, reason: string, source: string) =>
  (...names: readonly string[]): [string, SshAlgorithm][] =>
    names.map((name) => [name, { verdict, reason, source }]);
const table = (...rows: readonly [string, SshAlgorithm][][]): Table => Object.fromEntries(rows.flat());

const RFC9142 = 'https://www.rfc-editor.org/rfc/rfc9142';
const OPENSSH = 'https://www.openssh.com/releasenotes.html';
const SHAMBLES = 'https://sha-mbles.github.io/';
const SWEET32 = 'https://sweet32.info/';

// --- what is wrong, once ------------------------------------------------------------------------------------------------

const sha1Exchange = because('broken', 'its exchange hash is SHA-1, for which collisions can be bought', RFC9142);
const smallGroup = because('broken', 'a 1024-bit group, within reach of a well-funded attacker (Logjam)', 'https://weakdh.org/');
const smallCurve = because('broken', 'a curve of less than 112 bits of strength', 'https://doi.org/10.6028/NIST.SP.800-57pt1r5');
const rareCurve = because(
  'weak',
  'a binary or rarely used curve that few have examined and NIST has deprecated',
  'https://doi.org/10.6028/NIST.SP.800-186',
);
const nistCurve = because(
  'weak',
  'a NIST curve: constants of unexplained origin, easily implemented with leaks',
  'https://safecurves.cr.yp.to/',
);
const unexamined = because(
  'weak',
  'a method of one vendor or country that few have examined',
  'https://www.iana.org/assignments/ssh-parameters',
);
const modernGroup = because('fine', 'a group of 3072 bits or more with SHA-2', RFC9142);
const group14 = because('weak', 'a 2048-bit group, 112 bits of strength: the least that is still recommended', RFC9142);
const groupExchange = because('fine', 'a group that the server chooses, with SHA-2', 'https://www.rfc-editor.org/rfc/rfc4419');
const edwardsExchange = because('fine', 'a curve made to be implemented safely', 'https://www.rfc-editor.org/rfc/rfc8731');
const ntruHybrid = because('fine', 'X25519 and post-quantum NTRU Prime together', 'https://www.rfc-editor.org/rfc/rfc9941');
const kemHybrid = because(
  'fine',
  'an elliptic curve and post-quantum ML-KEM together',
  'https://datatracker.ietf.org/doc/draft-ietf-sshm-mlkem-hybrid-kex/',
);
const roundTwo = because(
  'weak',
  'an experimental predecessor of a standardised post-quantum method',
  'https://csrc.nist.gov/projects/post-quantum-cryptography',
);
const marker = because('fine', 'a marker, not a method', 'https://www.iana.org/assignments/ssh-parameters');

const sha1Signature = because('broken', 'signs with SHA-1, for which collisions can be bought', SHAMBLES);
const dsa = because('broken', 'DSA with 1024 bits and SHA-1; OpenSSH has removed it', OPENSSH);
const rsaSha2 = because('fine', 'RSA with SHA-2', 'https://www.rfc-editor.org/rfc/rfc8332');
const edwardsKey = because('fine', 'an Edwards-curve key', 'https://www.rfc-editor.org/rfc/rfc8709');
const postQuantumKey = because('fine', 'a post-quantum or hybrid key', 'https://csrc.nist.gov/projects/post-quantum-cryptography');
const koblitz = because('weak', 'ECDSA on a curve that SSH never standardised', 'https://www.rfc-editor.org/rfc/rfc5656');

const nothing = because('broken', 'no protection at all', 'https://www.rfc-editor.org/rfc/rfc4253#section-6.3');
const rc4 = because('broken', 'RC4, whose key stream leaks the plain text', 'https://www.rfc-editor.org/rfc/rfc8758');
const des = because('broken', 'a 56-bit key, found by trying in a day', 'https://www.rfc-editor.org/rfc/rfc4772');
const block64 = because('broken', 'a cipher with 64-bit blocks, which repeat within hours of traffic (Sweet32)', SWEET32);
const cbc = because('broken', 'CBC mode, from which an active attacker recovers plain text', 'https://www.kb.cert.org/vuls/id/958563');
const looseMode = because('broken', 'a mode that never was a standard of SSH', 'https://www.rfc-editor.org/rfc/rfc4344');
const notChosen = because('weak', 'a cipher that nobody maintains in SSH any more', 'https://www.iana.org/assignments/ssh-parameters');
const counter = because('fine', 'a 128-bit block cipher in counter mode', 'https://www.rfc-editor.org/rfc/rfc4344');
const aead = because('fine', 'encryption and authentication in one', 'https://www.rfc-editor.org/rfc/rfc5647');

const md5 = because('broken', 'MD5, withdrawn by everybody', 'https://www.rfc-editor.org/rfc/rfc6151');
const sha1Short = because('broken', 'SHA-1 cut to 96 bits, withdrawn from OpenSSH in 2016', OPENSSH);
const sha1Mac = because(
  'weak',
  'SHA-1; as a MAC it still holds, its replacements are everywhere',
  'https://www.rfc-editor.org/rfc/rfc6194',
);
const ripemd = because('broken', 'RIPEMD-160, removed from OpenSSH in 2017', OPENSSH);
const shortTag = because('weak', 'a tag of 96 bits or less', 'https://www.rfc-editor.org/rfc/rfc4418');
const bareHash = because('broken', 'a hash without a key', 'https://www.rfc-editor.org/rfc/rfc4253#section-6.4');
const cipherMac = because(
  'broken',
  'a MAC built on a withdrawn or unexamined construction',
  'https://www.iana.org/assignments/ssh-parameters',
);
const sha2Mac = because('fine', 'HMAC with SHA-2 or SHA-3', 'https://www.rfc-editor.org/rfc/rfc6668');
const universal = because('fine', 'UMAC with a 128-bit tag', 'https://www.rfc-editor.org/rfc/rfc4418');
const whirlpool = because('weak', 'a hash that nobody maintains in SSH any more', 'https://www.iana.org/assignments/ssh-parameters');

// --- the algorithms ---------------------------------------------------------------------------------------------------------

/** A key with 1024 bits is broken whatever it signs with; curve identifiers in ASN.1 and base64 of their MD5: RFC 5656 section 4. */
const kex = table(
  smallGroup('diffie-hellman-group1-sha1', 'diffie-hellman-group1-sha256', 'gss-group1-sha1-*', 'kexAlgoDH1SHA1', 'rsa1024-sha1'),
  sha1Exchange(
    'diffie-hellman-group14-sha1',
    'diffie-hellman-group-exchange-sha1',
    'gss-group14-sha1-*',
    'gss-gex-sha1-*',
    'kexAlgoDH14SHA1',
  ),
  smallCurve(
    ...['ecdh-sha2-nistp192', 'ecdh-sha2-1.2.840.10045.3.1.1', 'ecdh-sha2-5pPrSUQtIaTjUSt5VZNBjg=='],
    ...['ecdh-sha2-nistk163', 'ecdh-sha2-1.3.132.0.1', 'ecdh-sha2-4MHB+NBt3AlaSRQ7MnB4cg=='],
  ),
  rareCurve(
    ...['ecdh-sha2-nistk233', 'ecdh-sha2-nistb233', 'ecdh-sha2-nistk283', 'ecdh-sha2-nistk409', 'ecdh-sha2-nistb409', 'ecdh-sha2-nistt571'],
    ...['ecdh-sha2-1.3.132.0.16', 'ecdh-sha2-1.3.132.0.26', 'ecdh-sha2-1.3.132.0.27', 'ecdh-sha2-1.3.132.0.36'],
    ...['ecdh-sha2-1.3.132.0.37', 'ecdh-sha2-1.3.132.0.38', 'ecdh-sha2-zD/b3hu/71952ArpUG4OjQ==', 'ecdh-sha2-qCbG5Cn/jjsZ7nBeR7EnOA=='],
    ...['ecdh-sha2-m/FtSAmrV4j/Wy6RVUaK7A==', 'ecdh-sha2-D3FefCjYoJ/kfXgAyLddYA==', 'ecdh-sha2-wiRIU8TKjMZ418sMqlqtvQ=='],
    ...['ecdh-sha2-mNVwCXAoS1HGmHpLvBC94w==', 'ecdh-sha2-1.3.132.0.10', 'gss-13.3.132.0.10-sha256-*'],
    ...['ecdh-sha2-brainpoolp256r1@genua.de', 'ecdh-sha2-brainpoolp384r1@genua.de', 'ecdh-sha2-brainpoolp521r1@genua.de'],
    ...['m383-sha384@libassh.org', 'm511-sha512@libassh.org', 'ecmqv-sha2'],
  ),
  nistCurve(
    ...['ecdh-sha2-nistp224', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp521'],
    ...['ecdh-sha2-1.3.132.0.33', 'ecdh-sha2-1.2.840.10045.3.1.7', 'ecdh-sha2-1.3.132.0.34', 'ecdh-sha2-1.3.132.0.35'],
    ...['ecdh-sha2-VqBg4QRPjxx1EXZdV0GdWQ==', 'ecdh-sha2-9UzNcgwTlEnSCECZa7V1mw=='],
    ...['ecdh-sha2-qcFQaMAMGhTziMT0z+Tuzw==', 'ecdh-sha2-h/SsxnLCtRBh7I9ATyeB3A=='],
    ...['gss-nistp256-sha256-*', 'gss-nistp384-sha256-*', 'gss-nistp384-sha384-*', 'gss-nistp521-sha512-*'],
    ...['kexAlgoECDH256', 'kexAlgoECDH384', 'kexAlgoECDH521'],
  ),
  unexamined('sm2kep-sha2-nistp256'),
  group14(
    ...['diffie-hellman-group14-sha256', 'diffie-hellman-group14-sha256@ssh.com', 'diffie-hellman-group14-sha224@ssh.com'],
    ...['gss-group14-sha256-*', 'rsa2048-sha256'],
  ),
  modernGroup(
    ...['diffie-hellman-group15-sha256', 'diffie-hellman-group15-sha256@ssh.com', 'diffie-hellman-group15-sha384@ssh.com'],
    ...['diffie-hellman-group15-sha512', 'diffie-hellman-group16-sha256', 'diffie-hellman-group16-sha384@ssh.com'],
    ...['diffie-hellman-group16-sha512', 'diffie-hellman-group16-sha512@ssh.com', 'diffie-hellman-group17-sha512'],
    ...['diffie-hellman_group17-sha512', 'diffie-hellman-group18-sha512', 'diffie-hellman-group18-sha512@ssh.com'],
    ...['gss-group15-sha512-*', 'gss-group16-sha512-*', 'gss-group17-sha512-*', 'gss-group18-sha512-*'],
  ),
  groupExchange(
    ...['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha256@ssh.com'],
    ...['diffie-hellman-group-exchange-sha224@ssh.com', 'diffie-hellman-group-exchange-sha384@ssh.com'],
    ...['diffie-hellman-group-exchange-sha512@ssh.com', 'gss-gex-sha256-*'],
  ),
  edwardsExchange(
    ...['curve25519-sha256', 'curve25519-sha256@libssh.org', 'Curve25519SHA256', 'kexAlgoCurve25519SHA256', 'ecdh-sha2-curve25519'],
    ...['curve448-sha512', 'curve448-sha512@libssh.org', 'gss-curve25519-sha256-*', 'gss-curve448-sha512-*'],
  ),
  ntruHybrid('sntrup761x25519-sha512', 'sntrup761x25519-sha512@openssh.com'),
  kemHybrid('mlkem768x25519-sha256', 'mlkem768nistp256-sha256', 'mlkem1024nistp384-sha384'),
  roundTwo(
    ...['sntrup4591761x25519-sha512@tinyssh.org', 'x25519-kyber-512r3-sha256-d00@amazon.com', 'x25519-kyber512-sha512@aws.amazon.com'],
    ...['ecdh-nistp256-kyber-512r3-sha256-d00@openquantumsafe.org', 'ecdh-nistp384-kyber-768r3-sha384-d00@openquantumsafe.org'],
    ...['ecdh-nistp521-kyber-1024r3-sha512-d00@openquantumsafe.org'],
  ),
  marker('ext-info-c', 'ext-info-s', 'kex-strict-c-v00@openssh.com', 'kex-strict-s-v00@openssh.com', 'kexguess2@matt.ucc.asn.au'),
);

/** Certificates (`…-cert-v01@openssh.com`) are judged by the key inside. */
const serverHostKey = table(
  nothing('null'),
  dsa(
    ...['ssh-dss', 'ssh-dsa', 'ssh-dss-sha224@ssh.com', 'ssh-dss-sha256@ssh.com', 'ssh-dss-sha384@ssh.com', 'ssh-dss-sha512@ssh.com'],
    ...['x509v3-ssh-dss', 'x509v3-sign-dss', 'x509v3-sign-dss-sha1', 'x509v3-sign-dss-sha224@ssh.com'],
    ...['x509v3-sign-dss-sha256@ssh.com', 'x509v3-sign-dss-sha384@ssh.com', 'x509v3-sign-dss-sha512@ssh.com'],
    ...['pgp-sign-dss', 'spki-sign-dss'],
  ),
  sha1Signature(
    ...['ssh-rsa', 'ssh-rsa1', 'x509v3-ssh-rsa', 'x509v3-sign-rsa', 'x509v3-sign-rsa-sha1'],
    ...['pgp-sign-rsa', 'spki-sign-rsa', 'webauthn-rsa-sha1'],
  ),
  smallCurve('ecdsa-sha2-nistp192', 'ecdsa-sha2-nistk163', 'ecdsa-sha2-1.2.840.10045.3.1.1', 'ecdsa-sha2-1.3.132.0.1'),
  rareCurve(
    ...['ecdsa-sha2-nistk233', 'ecdsa-sha2-nistb233', 'ecdsa-sha2-nistk283', 'ecdsa-sha2-nistk409', 'ecdsa-sha2-nistb409'],
    ...['ecdsa-sha2-nistt571'],
  ),
  koblitz('ecdsa-sha2-1.3.132.0.10', 'x509v3-ecdsa-sha2-1.3.132.0.10', 'ecdsa-sha2-curve25519'),
  nistCurve(
    ...['ecdsa-sha2-nistp224', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
    ...['sk-ecdsa-sha2-nistp256@openssh.com', 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com'],
    ...['x509v3-ecdsa-sha2-nistp256', 'x509v3-ecdsa-sha2-nistp384', 'x509v3-ecdsa-sha2-nistp521'],
  ),
  unexamined(
    ...['dsa2048-sha224@libassh.org', 'dsa2048-sha256@libassh.org', 'dsa3072-sha256@libassh.org', 'eddsa-e382-shake256@libassh.org'],
    ...['eddsa-e521-shake256@libassh.org', 'ssh-gost2001', 'ssh-gost2012-256', 'ssh-gost2012-512', 'ssh-xmss@openssh.com'],
  ),
  rsaSha2(
    ...['rsa-sha2-256', 'rsa-sha2-512', 'ssh-rsa-sha224@ssh.com', 'ssh-rsa-sha256@ssh.com', 'ssh-rsa-sha384@ssh.com'],
    ...['ssh-rsa-sha512@ssh.com', 'ssh-rsa-sha2-256', 'ssh-rsa-sha2-512', 'x509v3-rsa2048-sha256', 'x509v3-sign-rsa-sha224@ssh.com'],
    ...['x509v3-sign-rsa-sha256', 'x509v3-sign-rsa-sha256@ssh.com', 'x509v3-sign-rsa-sha384@ssh.com', 'x509v3-sign-rsa-sha512@ssh.com'],
  ),
  edwardsKey(
    'ssh-ed25519',
    'ssh-ed448',
    'sk-ssh-ed25519@openssh.com',
    'webauthn-sk-ssh-ed25519@openssh.com',
    'x509v3-ssh-ed25519',
    'x509v3-ssh-ed448',
  ),
  postQuantumKey(
    ...['ssh-mldsa-44', 'ssh-mldsa-65', 'ssh-mldsa-87', 'ssh-mldsa44', 'ssh-mldsa65', 'ssh-mldsa87', 'mldsa-44', 'mldsa-65', 'mldsa-87'],
    'ssh-mldsa44-ed25519@openssh.com',
  ),
);

const withModes = (ciphers: readonly string[], modes: readonly string[]) =>
  ciphers.flatMap((cipher) => modes.map((mode) => (mode === '' ? cipher : `${cipher}-${mode}`)));

const ciphers = table(
  nothing('none'),
  rc4('arcfour', 'arcfour128', 'arcfour256'),
  des(...withModes(['des'], ['', 'cbc', 'cfb', 'ecb', 'ofb', 'cbc-ssh1', 'cbc@ssh.com'])),
  block64(
    ...withModes(['3des', 'blowfish', 'cast128', 'cast128-12', 'idea'], ['', 'cbc', 'ctr', 'cfb', 'ecb', 'ofb']),
    'cast128-12-cbc@ssh.com',
  ),
  cbc(
    ...withModes(['aes128', 'aes192', 'aes256', 'rijndael128', 'rijndael192', 'rijndael256', 'twofish', 'twofish128'], ['cbc']),
    ...withModes(['twofish192', 'twofish256', 'serpent128', 'serpent192', 'serpent256'], ['cbc']),
    ...withModes(['camellia128', 'camellia192', 'camellia256'], ['cbc', 'cbc@openssh.org']),
    ...['rijndael-cbc@lysator.liu.se', 'rijndael-cbc@ssh.com', 'seed-cbc@ssh.com'],
  ),
  looseMode(...withModes(['twofish'], ['cfb', 'ecb', 'ofb'])),
  notChosen(
    ...withModes(['serpent128', 'serpent192', 'serpent256'], ['ctr', 'gcm@libassh.org']),
    ...['seed-ctr@ssh.com', 'aes128-ocb@libassh.org'],
  ),
  unexamined('crypticore128@ssh.com', 'grasshopper-ctr128'),
  counter(
    ...withModes(['aes128', 'aes192', 'aes256', 'twofish', 'twofish128', 'twofish192', 'twofish256'], ['ctr']),
    ...withModes(['camellia128', 'camellia192', 'camellia256'], ['ctr', 'ctr@openssh.org']),
  ),
  aead(
    ...withModes(['aes128', 'aes192', 'aes256'], ['gcm', 'gcm@openssh.com']),
    ...['chacha20-poly1305', 'chacha20-poly1305@openssh.com', 'AEAD_AES_128_GCM', 'AEAD_AES_256_GCM'],
    ...['AEAD_CAMELLIA_128_GCM', 'AEAD_CAMELLIA_256_GCM', 'twofish128-gcm@libassh.org', 'twofish256-gcm@libassh.org'],
  ),
);

const withEtm = (...names: readonly string[]) => names.flatMap((name) => [name, `${name}-etm@openssh.com`]);

const macs = table(
  nothing('none'),
  bareHash('md5', 'md5-8', 'sha1', 'sha1-8', 'ripemd160', 'ripemd160-8'),
  md5(...withEtm('hmac-md5', 'hmac-md5-96')),
  sha1Short(...withEtm('hmac-sha1-96'), 'hmac-sha1-96@openssh.com'),
  ripemd(...withEtm('hmac-ripemd160'), 'hmac-ripemd160@openssh.com', 'hmac-ripemd160-96', 'hmac-ripemd'),
  cipherMac('cbcmac-3des', 'cbcmac-aes', 'cbcmac-blowfish', 'cbcmac-des', 'cbcmac-rijndael', 'cbcmac-twofish', 'crypticore-mac@ssh.com'),
  sha1Mac(...withEtm('hmac-sha1')),
  shortTag(
    ...withEtm('hmac-sha2-256-96', 'hmac-sha2-512-96'),
    ...['umac-64@openssh.com', 'umac-64-etm@openssh.com', 'umac-32@openssh.com', 'umac-96@openssh.com', 'hmac-sha2-56'],
    ...['hmac-sha256-96', 'hmac-sha256-96@ssh.com'],
  ),
  whirlpool('hmac-whirlpool'),
  sha2Mac(
    ...withEtm('hmac-sha2-256', 'hmac-sha2-512'),
    ...['hmac-sha2-224', 'hmac-sha2-384', 'hmac-sha256', 'hmac-sha512', 'hmac-sha224@ssh.com', 'hmac-sha256@ssh.com'],
    ...['hmac-sha256-2@ssh.com', 'hmac-sha384@ssh.com', 'hmac-sha512@ssh.com'],
    ...['hmac-sha3-224', 'hmac-sha3-256', 'hmac-sha3-384', 'hmac-sha3-512'],
  ),
  universal('umac-128', 'umac-128@openssh.com', 'umac-128-etm@openssh.com'),
  aead('AEAD_AES_128_GCM', 'AEAD_AES_256_GCM', 'aes128-gcm', 'aes256-gcm', 'chacha20-poly1305@openssh.com'),
);

const TABLES: Readonly<Record<AlgorithmList, Table>> = { kex, serverHostKey, ciphers, macs };

/** What is known of an algorithm; undefined for a name that nobody here has judged. */
export function judgeAlgorithm(list: AlgorithmList, name: string): SshAlgorithm | undefined {
  const known = (candidate: string) => (Object.hasOwn(TABLES[list], candidate) ? TABLES[list][candidate] : undefined);
  // GSS-API methods end in the base64 of an OID's MD5 (RFC 4462 section 2.1).
  if (name.startsWith('gss-')) return known(name) ?? known(name.replace(/-[A-Za-z0-9+/]{22}==$/, '-*'));
  const inside = name.replace(CERTIFICATE, '');
  return known(name) ?? known(inside) ?? known(`${inside}@openssh.com`);
}

const CERTIFICATE = /-cert-v0[01]@openssh\.com$/;

export const ALGORITHM_LISTS: readonly AlgorithmList[] = ['kex', 'serverHostKey', 'ciphers', 'macs'];

/** Algorithms of one list that share a reason, in the order they are offered. */
export interface AlgorithmGroup {
  readonly list: AlgorithmList;
  readonly reason: string;
  readonly names: readonly string[];
}

/** What is offered and has this verdict, by list and reason. */
export function algorithmsWith(
  verdict: AlgorithmVerdict,
  offered: Readonly<Record<AlgorithmList, readonly string[]>>,
): readonly AlgorithmGroup[] {
  return ALGORITHM_LISTS.flatMap((list) => {
    const judged = offered[list].map((name) => ({ name, judgement: judgeAlgorithm(list, name) }));
    const reasons = new Set(judged.flatMap(({ judgement }) => (judgement?.verdict === verdict ? [judgement.reason] : [])));
    return [...reasons].map((reason) => ({
      list,
      reason,
      names: judged.filter(({ judgement }) => judgement?.reason === reason).map(({ name }) => name),
    }));
  });
}

/** A recording of today cannot be read with a quantum computer of tomorrow. */
export const isPostQuantum = (keyExchange: string): boolean => /mlkem|sntrup|kyber/i.test(keyExchange);

export const algorithmNames = (list: AlgorithmList): readonly string[] => Object.keys(TABLES[list]);
