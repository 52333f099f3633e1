/** Shows a case from the top of its question, with the step that it is in view at the side. */
export function beginAtTop(page: HTMLElement): void {
  page.querySelector('.lijf > main')?.scrollTo(0, 0);
  scrollTo(0, 0);
  const side = page.querySelector<HTMLElement>('.zij');
  const here = side?.querySelector<HTMLElement>('.stappen [aria-current]');
  if (side && here) side.scrollTop = here.offsetTop - side.clientHeight / 2;
}
