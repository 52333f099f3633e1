/** Where the referrer is. It stands in the address, so that a reload comes back there. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'form'; readonly step: number }
  | { readonly page: 'handover'; readonly id: string };

/** Reads the fragment of an address; anything unknown is home. */
export function parseRoute(fragment: string): Route {
  const step = /^#nieuw\/([1-5])$/.exec(fragment)?.[1];
  if (step) return { page: 'form', step: Number(step) };
  const id = /^#overdracht\/([0-9a-f-]{36})$/.exec(fragment)?.[1];
  return id ? { page: 'handover', id } : { page: 'home' };
}

/** Goes to a place; what renders hears `hashchange`. */
export function go(route: Route): void {
  location.hash = fragmentOf(route);
}

/** Goes on after something that took a while, unless the screen left `from` meanwhile. */
export function goOnFrom(from: Route, to: Route): void {
  if (location.hash === fragmentOf(from)) go(to);
}

/** @returns the fragment of a place, with the number sign */
export function fragmentOf(route: Route): string {
  if (route.page === 'form') return `#nieuw/${route.step}`;
  return route.page === 'handover' ? `#overdracht/${route.id}` : '#';
}
