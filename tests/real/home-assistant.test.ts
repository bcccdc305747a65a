import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model.js';
import { freePorts, scratch } from '../support/daemon.js';
import { audit, outcomesOf, valueIn } from './support/audit.js';
import { countedBy, installHomeAssistant, startHomeAssistant, VERSION } from './support/home-assistant.js';
import { onboard } from './support/home-assistant-api.js';
import { type State, STATES } from './support/home-assistant-states.js';

const program = await installHomeAssistant();

/** To start, be audited up to four times, and stop. */
const STATE_MS = 180_000;

(program ? describe : describe.skip)(`Home Assistant ${VERSION}`, () => {
  const home = scratch();
  let port = 0;
  beforeAll(async () => {
    [port = 0] = await freePorts(1);
  });
  afterAll(() => home.remove());

  const auditIt = (...flags: readonly string[]) => audit('127.0.0.1', '--ports', String(port), ...flags);
  const started = async (state: Partial<State>, work: () => Promise<void>) => {
    const daemon = await startHomeAssistant(program!, home.path, { port, ...state.settings });
    await work().finally(() => daemon.stop());
  };

  describe('before anybody has onboarded it', () => {
    let passive: Report;
    let active: Report;
    let onboarded: Report;
    beforeAll(async () => {
      await started({}, async () => {
        passive = await auditIt();
        active = await auditIt('--active');
        await onboard(port);
        onboarded = await auditIt();
      });
    }, STATE_MS);

    test('is known, with its version', () => {
      expect(passive.targets[0]!.systems).toContainEqual(
        expect.objectContaining({ id: 'home-assistant', version: VERSION, confidence: 100 }),
      );
    });
    test('it is anybody’s', () => {
      expect(outcomesOf(passive)).toMatchObject({ 'home-assistant/onboarding-open': 'fail' });
      expect(outcomesOf(active)).toMatchObject({ 'home-assistant/onboarding-open': 'fail', 'home-assistant/xff-spoofable': 'pass' });
    });
    test('and no longer once it has an owner', () => {
      expect(outcomesOf(onboarded)).toMatchObject({ 'home-assistant/onboarding-open': 'pass' });
    });
    test('counted no failed login', () => {
      expect(countedBy(home.path)).toEqual({ failedLogins: 0, banned: [] });
    });
  });

  describe.each(STATES)('restarted, $name', (state) => {
    const reports: Partial<Record<'passive' | 'active' | 'withConfig' | 'intrusive', Report>> = {};
    let counted: ReturnType<typeof countedBy>;
    beforeAll(async () => {
      await started(state, async () => {
        reports.passive = await auditIt();
        reports.active = await auditIt('--active');
        reports.withConfig = await auditIt('--active', '--config', home.path);
        if (state.intrusive) reports.intrusive = await auditIt('--intrusive');
      });
      counted = countedBy(home.path);
      rmSync(join(home.path, 'ip_bans.yaml'), { force: true });
    }, STATE_MS);

    test.each(['passive', 'active', 'withConfig'] as const)('%s: what an expert would say', (look) => {
      expect(reports[look]!.targets[0]!.systems).toContainEqual(expect.objectContaining({ id: 'home-assistant', version: VERSION }));
      expect(outcomesOf(reports[look]!)).toMatchObject(state[look]);
    });

    test('counted not one failed login more than the report says', () => {
      const said = reports.intrusive && valueIn(reports.intrusive, 'home-assistant.failed-logins');
      expect(said).toEqual(state.intrusive && { attempts: state.intrusive.attempts, refusedAfter: state.intrusive.refusedAfter });
      expect(counted).toEqual({ failedLogins: state.intrusive?.attempts ?? 0, banned: state.intrusive?.refusedAfter ? ['127.0.0.1'] : [] });
    });
  });
});
