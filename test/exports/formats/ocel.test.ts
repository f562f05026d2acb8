import { expect, test } from 'vitest';
import { type Ocel, renderOcel } from '../../../exports/formats/ocel/ocel.ts';
import { analysis } from './paper.ts';

const text = renderOcel(analysis);
const log = JSON.parse(text) as Ocel;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TYPES = ['string', 'time', 'integer', 'float', 'boolean'];

test('is as the standard (OCEL 2.0, JSON) has it', () => {
  expect(Object.keys(log).sort()).toEqual(['eventTypes', 'events', 'objectTypes', 'objects']);
  const declared = new Map(
    [...log.objectTypes, ...log.eventTypes].map(({ name, attributes }) => [
      name,
      new Set(attributes.map((each) => each.name)),
    ]),
  );
  for (const { attributes } of [...log.objectTypes, ...log.eventTypes]) {
    for (const { type } of attributes) expect(TYPES).toContain(type);
  }
  const ids = new Set(log.objects.map(({ id }) => id));
  expect(ids.size).toBe(log.objects.length);
  expect(new Set(log.events.map(({ id }) => id)).size).toBe(log.events.length);
  for (const row of [...log.objects, ...log.events]) {
    for (const { name } of row.attributes) expect(declared.get(row.type)?.has(name)).toBe(true);
    for (const { objectId, qualifier } of row.relationships) {
      expect(ids.has(objectId)).toBe(true);
      expect(qualifier).not.toBe('');
    }
    const pairs = row.relationships.map(({ objectId, qualifier }) => `${qualifier} ${objectId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  }
  for (const { time } of log.events) expect(time).toMatch(TIME);
  for (const { time } of log.objects.flatMap(({ attributes }) => attributes)) {
    expect(time).toMatch(TIME);
  }
});

test('has every event of the journal, in order, with what it is about', () => {
  expect(log.events.map(({ id }) => id)).toEqual(analysis.timeline.map(({ seq }) => `e${seq}`));
  const times = log.events.map(({ time }) => time);
  expect(times).toEqual([...times].sort());
  const claim = analysis.timeline.find(({ event }) => event.type === 'task.claimed');
  const { event } = claim ?? {};
  if (event?.type !== 'task.claimed') throw new Error('The exercise has no claim.');
  const found = log.events.find(({ id }) => id === `e${claim?.seq ?? -1}`);
  expect(found?.relationships).toEqual(
    expect.arrayContaining([
      { objectId: `task:${event.task}`, qualifier: 'task' },
      { objectId: `role:${event.role}`, qualifier: 'by' },
    ]),
  );
});

test('lets an event cross its interface, and takes phases for no roles', () => {
  const crossed = analysis.interfaces.find(({ evidence }) => evidence.length > 0);
  const seq = crossed?.evidence.find((n) => log.events.some(({ id }) => id === `e${n}`));
  const event = log.events.find(({ id }) => id === `e${seq ?? -1}`);
  expect(event?.relationships).toContainEqual({
    objectId: `interface:${crossed?.interface ?? ''}`,
    qualifier: 'crosses',
  });
  for (const { type, relationships } of log.events) {
    if (type === 'phase.entered') expect(relationships).toEqual([]);
  }
  expect(text).not.toMatch(/[\u001b\u202e]/);
});
