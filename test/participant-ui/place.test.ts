/** Moving about the page with the browser's own history. */
import { describe, expect, it } from 'vitest';
import { openPlaces, type Trail } from '../../participant-ui/place.ts';

/** A browser's history: states on a stack. `back` is told of as popstate is. */
function trailFrom(first: unknown): Trail & { arrived: () => void } {
  const states = [first];
  return {
    arrived: () => undefined,
    get state() {
      return states.at(-1);
    },
    pushState: (state: unknown) => void states.push(state),
    back() {
      states.pop();
      this.arrived();
    },
  };
}

describe('places', () => {
  it('begins in the inbox, or where history says one was', () => {
    expect(openPlaces(trailFrom(null)).here()).toEqual({ section: 'now' });
    const kept = { beredt: { section: 'tasks', id: 't1' } };
    expect(openPlaces(trailFrom(kept)).here()).toEqual({ section: 'tasks', id: 't1' });
  });

  it.each([
    7,
    {},
    { beredt: null },
    { beredt: { section: 'nowhere' } },
    { beredt: { section: 'tasks', id: 3 } },
  ])('does not trust %j', (state) => {
    expect(openPlaces(trailFrom(state)).here()).toEqual({ section: 'now' });
  });

  it('goes back through the list one came from, and opens the list where there was none', () => {
    const trail = trailFrom(null);
    const places = openPlaces(trail);
    trail.arrived = places.arrive;
    places.go({ section: 'inbox' });
    places.go({ section: 'inbox', id: 'i1' });
    expect(places.above()).toBe('inbox');
    places.up();
    expect(places.here()).toEqual({ section: 'inbox' });
    places.go({ section: 'tasks', id: 't1' });
    expect(places.above()).toBe('tasks');
    places.up();
    expect(places.here()).toEqual({ section: 'tasks' });
    trail.back();
    expect(places.here()).toEqual({ section: 'tasks', id: 't1' });
  });

  it.each(['now', 'timeline', 'search'] as const)('goes back to %s, which led there', (section) => {
    const trail = trailFrom(null);
    const places = openPlaces(trail);
    trail.arrived = places.arrive;
    places.go({ section });
    places.go({ section: 'tasks', id: 't1' });
    expect(places.above()).toBe(section);
    places.up();
    expect(places.here()).toEqual({ section });
  });

  it('leaves no trace of going where one is', () => {
    const trail = trailFrom(null);
    const places = openPlaces(trail);
    let told = 0;
    places.subscribe(() => (told += 1));
    places.go({ section: 'now' });
    expect(told).toBe(0);
    expect(trail.state).toBeNull();
  });
});
