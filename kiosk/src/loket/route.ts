/** Where the tablet is. Ids are pseudonyms; a name never stands in an address. */
export type Route =
  | { page: 'board' }
  | { page: 'replies' }
  | { page: 'voluntary'; id: string }
  | { page: 'receive'; id: string }
  | { page: 'case'; id: string; step: string };

/** Reads the part of the address after `#`; anything unknown is the board. */
export function parseRoute(hash: string): Route {
  const [page, id, step] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'overnemen' && id) {
    return { page: 'receive', id };
  }
  if (page === 'zaak' && id) {
    return { page: 'case', id, step: step === undefined || step === '' ? 'receipt' : step };
  }
  if (page === 'vrijwillig') return { page: 'voluntary', id: id ?? '' };
  return page === 'berichten' ? { page: 'replies' } : { page: 'board' };
}

/** The address of a place on the tablet. */
export function routeHash(route: Route): string {
  switch (route.page) {
    case 'receive':
      return `#/overnemen/${route.id}`;
    case 'case':
      return `#/zaak/${route.id}/${route.step}`;
    case 'voluntary':
      return `#/vrijwillig${route.id === '' ? '' : `/${route.id}`}`;
    case 'replies':
      return '#/berichten';
    default:
      return '#/';
  }
}

/** Goes to a place on the tablet. */
export function goTo(route: Route): void {
  location.hash = routeHash(route);
}

/** A place on the tablet, or part of one: a case at whichever step. */
export type Place = Partial<Record<'page' | 'id' | 'step', string>>;

/**
 * Goes on after an answer of the server, unless the screen left `from` meanwhile: an answer may
 * come late, and an element lives on until the address is heard to have changed.
 */
export function goOnFrom(from: Place, to: Route): void {
  const here: Place = parseRoute(location.hash);
  const still = (['page', 'id', 'step'] as const).every(
    (part) => from[part] === undefined || from[part] === here[part],
  );
  if (still) goTo(to);
}
