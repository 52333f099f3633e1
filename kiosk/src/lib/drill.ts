/** Marks the page as belonging to a drill, so that styles and tests can tell. */
export function markDrill(drill: boolean): void {
  document.documentElement.dataset.oefenen = drill ? 'ja' : 'nee';
}
