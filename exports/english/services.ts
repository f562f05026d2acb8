/** Restoration and load in English. */
import { ENOUGH, KEEPS_UP } from '../analysis/load.ts';
import type * as danish from '../danish/services.ts';

export const services: typeof danish.services = {
  title: 'Restoration and load',
  intro:
    'The services’ levels are driven by the scenario: injects lower them, tasks raise them. The figures show the rule behind each change, not what people noticed.',
  none: 'The scenario has no services.',
  curve: 'Level of service over time',
  curveText: (n, loss) =>
    `The level of ${n} services from the start of the exercise to its end, with the decisions marked. Weighted loss together: ${loss} service-minutes.`,
  time: 'Exercise time',
  level: 'Level of service',
  together: 'Together, weighted',
  service: 'Service',
  from: 'From',
  to: 'To',
  cause: 'Cause',
  start: 'start of exercise',
  results: 'Time down, data lost and loss',
  owner: 'Owner',
  weight: 'Weight',
  down: 'Down',
  lasted: 'Time down',
  rto: 'RTO',
  gap: 'Data lost',
  rpo: 'RPO',
  loss: 'Loss (service-minutes)',
  slope: 'Regained per hour',
  target: {
    met: 'met',
    missed: 'missed',
    running: 'not run out at the end of the exercise',
    unset: 'no target',
  },
  data: { met: 'met', missed: 'missed', unstated: 'not stated', unset: 'no target' },
  never: 'not restored',
  unharmed: 'worked in full for the whole exercise',
  order: 'Order',
  inOrder: 'No service was raised above those that it rests on.',
  dependency: 'Rests on',
  then: 'Level then',
  caught: 'Caught up',
  by: 'Done by',
  script: 'an inject (the scenario)',
  notCaught: 'never',
};

export const load: typeof danish.load = {
  heading: 'Load',
  curve: 'Things on a role at once',
  curveText: (role, peak, at) =>
    `Open expectations and tasks held, for the roles with most on them. Highest: ${role} with ${peak} at ${at}.`,
  axis: 'Open expectations and tasks',
  table: 'Load and punctuality',
  role: 'Role',
  peak: 'Highest',
  at: 'At',
  light: 'In time at low load',
  heavy: 'In time from the breaking point',
  breaking: 'Breaking point',
  broke: 'First reached',
  recovered: 'Recovered',
  notRecovered: 'not in the exercise',
  tooFew: 'none, or too little to go by',
  levels: 'Punctuality by load, all roles',
  load: 'Load',
  due: 'Expectations',
  inTime: 'In time',
  none: 'No expectation fell on a player.',
  bots: 'Roles in which only bots sat are in the table, but say nothing about people.',
};

export const serviceMethod: typeof danish.serviceMethod = [
  [
    'Loss of service',
    'The level Q holds until it changes; before the first change it is 1. Loss = ∫(1 − Q)dt from the start of the exercise to its end, in service-minutes: 0.2 for 60 min and 0.6 for 60 min are 48 + 24 = 72. The loss together weighs each service with the plan’s weight; the curve together is Σ wQ / Σ w.',
  ],
  [
    'RTO and RPO',
    'Time down runs from when the service leaves its full level until it is back there. Where it is not at the end of the exercise, and the target has not run out, the answer is unknown. The data lost are what the task states; where it states nothing, it is not measured. A missed target is a finding only where a task that restores the service altogether had arisen before its time ran out; data too old, only where the plan has another task that restores from data new enough.',
  ],
  [
    'Regained per hour',
    '(last level − lowest level) / the time from the last moment at the lowest level to the last rise.',
  ],
  [
    'Broken order',
    'A service rose above one that it rests on. What rises in the same moment rises together. Where an inject raised it, it is shown in the table but is no finding.',
  ],
  [
    'Load and breaking point',
    `Load = expectations that have not ended plus tasks the role holds. Each expectation counts at the load there was when it fell on the role, itself included. In time = met within its time; waived and open ones, and those reported done outside the tool, do not count. The breaking point is the lowest load from which the share in time is below θ = ${KEEPS_UP} at every level. It is given only with at least ${ENOUGH} expectations on either side, and where the role kept up below it.`,
  ],
];

export const serviceColumns: typeof danish.serviceColumns = {
  serviceId: 'service_id',
  service: 'service',
  owner: 'owner_id',
  weight: 'weight',
  from: 'from_s',
  to: 'to_s',
  lasted: 'down_s',
  lowest: 'lowest_level',
  rto: 'rto_s',
  rtoResult: 'rto_result',
  gap: 'data_gap_s',
  rpo: 'rpo_s',
  rpoResult: 'rpo_result',
  slope: 'regained_per_hour',
  loss: 'loss_s',
  evidence: 'evidence',
  roleId: 'role_id',
  role: 'role',
  load: 'load',
  due: 'expectations',
  inTime: 'in_time',
  breaking: 'from_breaking_point',
};
