import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/image-unpinned',
  title: 'The image is pinned',
  severity: 'info',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: '`latest` is whatever was pushed last: nobody can say which release runs, nor go back to it.',
  remediation: 'Pin the image by digest, `image: ghcr.io/bifrost0x/webssh@sha256:…`, and update it on purpose.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [1357] },

  evaluate({ 'webssh.config': { image, place } }) {
    if (image === '') return notApplicable('no image is named');
    const exhibit = saw('webssh.config', `image: ${image}`, place);
    return /@sha256:|:(?!latest$)[^/:]+$/.test(image)
      ? pass('it names a release or a digest', exhibit)
      : fail('it takes whatever is latest', exhibit);
  },
});
