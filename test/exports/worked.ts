/** The worked example of the domain report: task t1, a poll about it, and a choice of a pause in the middle. */
import { MINUTE } from '../../engine/scenario/time.ts';
import { UNSURE } from '../../engine/plan/plan.ts';
import { planOf, role, taskOf, writer } from './fixture.ts';

const PARTIES = ['it_serviceorg', 'kommune', 'kommune_cert', 'national_csirt'];

const workedPlan = planOf({
  organisations: PARTIES.map((id) => ({ id, name: id })),
  roles: PARTIES.map((id) => role(id, id)),
  facts: [
    { id: 'encrypted', text: 'Krypteret', domain: 'digital', trueFrom: 0, marking: 'TLP:AMBER' },
  ],
  injects: [
    {
      id: 'alarm',
      number: 1,
      title: 'Alarm',
      body: 'Alarm',
      from: { name: 'Vagtcentral' },
      to: ['kommune', 'it_serviceorg'],
      channel: 'phone',
      domain: 'digital',
      marking: 'TLP:AMBER',
      facts: ['encrypted'],
      objectives: [],
      trigger: { type: 'at', at: 0 },
      phases: [],
    },
  ],
  tasks: [
    taskOf({
      id: 't1',
      title: 'tidlig varsling',
      accountable: ['it_serviceorg'],
      responsible: ['it_serviceorg'],
      consulted: ['kommune'],
      informed: ['kommune_cert'],
      needs: ['encrypted'],
      clock: 'nis2.early_warning',
    }),
  ],
  questions: [
    {
      id: 'owner',
      kind: 'poll',
      task: 't1',
      trigger: { type: 'at', at: 60 * MINUTE },
      to: PARTIES,
      objectives: [],
    },
  ],
  matters: [{ id: 'significant-incident', title: 'Væsentlig hændelse' }],
  clocks: [
    {
      id: 't1',
      clock: 'nis2.early_warning',
      title: 'Tidlig varsling',
      matter: 'significant-incident',
      organisation: 'it_serviceorg',
      deadline: 1_440 * MINUTE,
      source: 'EU-23',
      confidence: 'high',
    },
  ],
});

export function worked(pauseAt60 = false) {
  const w = writer(workedPlan);
  w.at(0).start();
  PARTIES.forEach((id) => w.seat(id));
  w.at(5).release('alarm', ['kommune', 'it_serviceorg']);
  w.at(30).startTask('t1', 60);
  w.at(40).open('kommune', 'alarm');
  w.at(45).open('it_serviceorg', 'alarm');
  w.at(50).claim('kommune', 't1');
  w.at(55).claim('it_serviceorg', 't1');
  w.declare('it_serviceorg', 'significant-incident', 'it_serviceorg', { t1: 1_495 * MINUTE });
  if (pauseAt60) w.at(60).pause(10, 'Reel hændelse');
  w.at(60).ask('owner', PARTIES);
  w.answer('kommune', 'owner', 'kommune');
  w.answer('it_serviceorg', 'owner', 'it_serviceorg');
  w.answer('kommune_cert', 'owner', 'kommune');
  w.answer('national_csirt', 'owner', UNSURE);
  w.at(70).letGo('kommune', 't1');
  w.at(85).finish('it_serviceorg', 't1', { type: 'clock.met', clock: 't1' });
  const told = w.send('it_serviceorg', { to: ['kommune_cert'], about: { task: 't1' } });
  w.at(130).open('kommune_cert', told);
  w.at(150).end();
  return w;
}
