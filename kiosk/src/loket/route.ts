/** Where the tablet is. Ids are pseudonyms; a name never stands in an address. */
export type Route =
  { page: 'board' } | { page: 'receive'; id: string } | { page: 'case'; id: string; step: string };

/** Reads the part of the address after `#`; anything unknown is the board. */
export function parseRoute(hash: string): Route {
  const [page, id, step] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'overnemen' && id) {
    return { page: 'receive', id };
  }
  if (page === 'zaak' && id) {
    return { page: 'case', id, step: step === undefined || step === '' ? 'receipt' : step };
  }
  return { page: 'board' };
}

/** The address of a place on the tablet. */
export function routeHash(route: Route): string {
  switch (route.page) {
    case 'receive':
      return `#/overnemen/${route.id}`;
    case 'case':
      return `#/zaak/${route.id}/${route.step}`;
    default:
      return '#/';
  }
}

/** Goes to a place on the tablet. */
export function goTo(route: Route): void {
  location.hash = routeHash(route);
}
